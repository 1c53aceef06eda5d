using Arena.Core.Servers;
using Bot.Discord;
using Bot.Discord.Messages;

namespace Bot.Presentation.Moderation;

/// <summary>How moderators change a setting in the panel. The cases below are all there are.</summary>
internal abstract record SettingsEditor
{
    private SettingsEditor() { }

    /// <summary>A form with one box.</summary>
    /// <param name="Hint">What may stand in it; at most 100 characters.</param>
    /// <param name="Text">What stands in it to begin with.</param>
    /// <param name="Read">Reads what was written.</param>
    /// <param name="IsLong">Several lines.</param>
    public sealed record Form(
        Func<SettingsFrame, string> Hint, Func<ServerSettings, string> Text, Func<SettingsFrame, string, SettingsReading> Read, bool IsLong = false)
        : SettingsEditor;

    /// <summary>A menu of all that is possible.</summary>
    /// <param name="Options">At most 25; that of the present value is the default.</param>
    public sealed record Menu(
        Func<SettingsFrame, IReadOnlyList<SelectOption>> Options, Func<ServerSettings, string, ServerSettings> Set) : SettingsEditor;

    /// <summary>A menu of the server's channels.</summary>
    /// <param name="Most">How many may be chosen.</param>
    public sealed record Channels(
        int Most, IReadOnlyList<ChannelKind> Kinds, Func<ServerSettings, IReadOnlyList<ChannelId>> Get,
        Func<ServerSettings, IReadOnlyList<ChannelId>, ServerSettings> Set) : SettingsEditor;

    /// <summary>A menu of the server's roles; each has limits of its own.</summary>
    public sealed record RoleLimits : SettingsEditor;
}
