using System.Globalization;
using Arena.Core.Servers;
using Bot.Configuration;
using Bot.Discord;
using Bot.Discord.Messages;

namespace Bot.Presentation.Moderation;

/// <summary>The kinds of setting: how each is shown, what may be written or chosen, and what is said when it can not be.</summary>
internal static class SettingsFields
{
    private const string None = "none";

    /// <summary>A length of time.</summary>
    /// <param name="none">What none at all means, in words; null where there has to be one.</param>
    public static SettingsEntry Length(
        string id, string name, string about, TimeSpan least, TimeSpan most, Func<ServerSettings, TimeSpan?> get,
        Func<ServerSettings, TimeSpan?, ServerSettings> set, string? none = null)
    {
        var hint = $"{DurationText.Format(least)} to {DurationText.Format(most)}, such as 90s, 10m, 1h30m or 2d{OrNone(none)}";
        return new SettingsEntry(
            id, name, about,
            new SettingsEditor.Form(
                _ => hint,
                of => get(of) is { } value ? DurationText.Format(value) : None,
                (frame, text) => ReadLength(name, text, least, most, none) switch
                {
                    (_, { } why) => new SettingsReading.Bad(why),
                    var (value, _) => new SettingsReading.Good(set(frame.Now, value)),
                }),
            frame => get(frame.Now) is { } value ? DurationWords.Of(value) : none ?? None,
            (now, defaults) => set(now, get(defaults)));
    }

    /// <summary>A whole number.</summary>
    /// <param name="show">A number in words, with its unit.</param>
    public static SettingsEntry Number(
        string id, string name, string about, int least, Func<SettingsFrame, int> most, Func<int, string> show, Func<ServerSettings, int?> get,
        Func<ServerSettings, int?, ServerSettings> set, string? none = null) => new(
            id, name, about,
            new SettingsEditor.Form(
                frame => $"{Numbers.Count(least)} to {Numbers.Count(most(frame))}{OrNone(none)}",
                of => get(of) is { } value ? value.ToString(CultureInfo.InvariantCulture) : None,
                (frame, text) => ReadNumber(name, text, least, most(frame), none) switch
                {
                    (_, { } why) => new SettingsReading.Bad(why),
                    var (value, _) => new SettingsReading.Good(set(frame.Now, value)),
                }),
            frame => get(frame.Now) is { } value ? show(value) : none ?? None,
            (now, defaults) => set(now, get(defaults)));

    /// <summary>One of a few words.</summary>
    public static SettingsEntry Choice(
        string id, string name, string about, Func<SettingsFrame, IReadOnlyList<(string Value, string Label)>> choices, Func<SettingsFrame, string> get,
        Func<ServerSettings, string, ServerSettings> set) => new(
            id, name, about,
            new SettingsEditor.Menu(frame => [.. choices(frame).Take(25).Select(one => new SelectOption(one.Label, one.Value, IsDefault: one.Value == get(frame)))], set),
            frame => choices(frame).Where(one => one.Value == get(frame)).Select(one => one.Label).FirstOrDefault() ?? SafeText.Code(get(frame)),
            (now, defaults) => set(now, get(new SettingsFrame(default, defaults, defaults))));

    /// <summary>Yes or no.</summary>
    public static SettingsEntry Flag(
        string id, string name, string about, string yes, string no, Func<ServerSettings, bool> get, Func<ServerSettings, bool, ServerSettings> set) =>
        Choice(id, name, about, _ => [("off", no), ("on", yes)], frame => get(frame.Now) ? "on" : "off", (of, value) => set(of, value == "on"));

    /// <summary>One channel, or none.</summary>
    public static SettingsEntry Channel(
        string id, string name, string about, string none, Func<ServerSettings, ChannelId?> get, Func<ServerSettings, ChannelId?, ServerSettings> set) =>
        Channels(
            id, name, about, none, 1, [ChannelKind.Text, ChannelKind.Announcement], of => get(of) is { } one ? [one] : [],
            (of, chosen) => set(of, chosen.Count == 0 ? null : chosen[0]));

    /// <summary>Channels.</summary>
    public static SettingsEntry Channels(
        string id, string name, string about, string none, int most, IReadOnlyList<ChannelKind> kinds, Func<ServerSettings, IReadOnlyList<ChannelId>> get,
        Func<ServerSettings, IReadOnlyList<ChannelId>, ServerSettings> set) => new(
            id, name, about,
            new SettingsEditor.Channels(most, kinds, get, set),
            frame => get(frame.Now) is { Count: > 0 } chosen ? string.Join(", ", chosen.Select(frame.Mention)) : none,
            (now, defaults) => set(now, get(defaults)));

    /// <returns>The value, or why it is none.</returns>
    public static (TimeSpan? Value, string? Why) ReadLength(string name, string text, TimeSpan least, TimeSpan most, string? none)
    {
        if (none is not null && IsNone(text))
            return (null, null);
        var range = $"{name} can be {(least == TimeSpan.Zero ? "up to" : $"{DurationWords.Of(least)} to")} {DurationWords.Of(most)}{(none is null ? "" : ", or none")}";
        if (!DurationText.TryParse(DurationWords.Shortened(text.Trim()), out var value))
            return (null, $"{Quoted(text)} is no length of time that I can read. {range}. Write it with its unit, such as 90s, 10m, 1h30m or 2d.");
        if (value < least || value > most)
            return (null, $"{range}; {Quoted(text)} is not. Write one within that.");
        return (value == TimeSpan.Zero && none is not null ? null : value, null);
    }

    /// <returns>The value, or why it is none.</returns>
    public static (int? Value, string? Why) ReadNumber(string name, string text, int least, int most, string? none)
    {
        if (none is not null && IsNone(text))
            return (null, null);
        var range = $"{name} can be {Numbers.Count(least)} to {Numbers.Count(most)}{(none is null ? "" : ", or none")}";
        if (!long.TryParse(text.Trim().Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return (null, $"{Quoted(text)} is no whole number. {range}.");
        return value >= least && value <= most ? ((int)value, null) : (null, $"{range}; {Quoted(text)} is not. Write one within that.");
    }

    public static string Quoted(string text) => text.Trim().Length == 0 ? "An empty box" : SafeText.Code(text.Length <= 80 ? text : text[..80] + "…");

    private static bool IsNone(string text) => text.Trim().Length == 0 || text.Trim().Equals(None, StringComparison.OrdinalIgnoreCase);

    private static string OrNone(string? none) => none is null ? "" : $"; none for {none}";
}
