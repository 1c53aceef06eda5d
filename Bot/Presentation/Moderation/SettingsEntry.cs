using Arena.Core.Servers;

namespace Bot.Presentation.Moderation;

/// <summary>One setting, as moderators see it.</summary>
/// <param name="Id">In the ids of buttons; never changed once it is out.</param>
/// <param name="Name">What it is called.</param>
/// <param name="About">What it does, in a sentence or two.</param>
/// <param name="Show">Its value in words.</param>
/// <param name="Restore">Puts the operator's default (the second) into the settings (the first).</param>
internal sealed record SettingsEntry(
    string Id, string Name, string About, SettingsEditor Editor, Func<SettingsFrame, string> Show,
    Func<ServerSettings, ServerSettings, ServerSettings> Restore)
{
    public string ShowDefault(SettingsFrame frame) => Show(frame with { Now = frame.Defaults });
}
