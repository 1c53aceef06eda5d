using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Presentation.Moderation;

/// <summary>A change of a setting as the audit holds it, in words: lengths of time with their units, channels and roles by name.</summary>
internal static partial class SettingWords
{
    private const string None = "none";

    // What stands in no table reads well as it is stored.
    private static readonly Dictionary<string, Func<string, string>> Words = new(StringComparer.Ordinal)
    {
        ["battle channels"] = Channels,
        ["results channel"] = Channels,
        ["notices channel"] = Channels,
        ["summary channel"] = Channels,
        ["moderator role"] = value => value == None ? None : $"<@&{value}>",
        ["role limits"] = RoleLimits,
        ["voting time"] = Length,
        ["account age"] = Length,
        ["membership age"] = Length,
        ["cooldown"] = Length,
        ["text retention"] = Length,
        ["blocked phrases"] = value => string.Join(", ", value.Split('\n').Select(SafeText.Plain)),
        ["summary hour"] = value => $"{value}:00",
    };

    /// <param name="setting">Its name in the database.</param>
    /// <param name="change">As it was written: <c>from 00:10:00 to 00:05:00</c>.</param>
    /// <returns>Null where it is to be shown as it is.</returns>
    public static string? Change(string setting, string change) =>
        Words.TryGetValue(setting, out var words) && FromTo().Match(change) is { Success: true } found
            ? $"from {Said(words, found.Groups[1].Value)} to {Said(words, found.Groups[2].Value)}"
            : null;

    private static string Said(Func<string, string> words, string value) => value.Length == 0 ? None : words(value);

    private static string Channels(string value) => value == None ? None : string.Join(", ", Parts(value).Select(id => $"<#{id}>"));

    private static string Length(string value) => TimeSpan.TryParseExact(value, "c", CultureInfo.InvariantCulture, out var time)
        ? time == TimeSpan.Zero ? None : DurationWords.Of(time)
        : value;

    // role/cooldown/daily
    private static string RoleLimits(string value) => string.Join("; ", Parts(value).Select(limit => limit.Split('/') is [var role, var cooldown, var daily]
        ? $"<@&{role}> cooldown {Length(cooldown)}, daily {daily}"
        : limit));

    private static string[] Parts(string value) => value.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("^from (.*?) to (.*)$", RegexOptions.Singleline)]
    private static partial Regex FromTo();
}
