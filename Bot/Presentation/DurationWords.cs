using System.Text.RegularExpressions;

namespace Bot.Presentation;

/// <summary>Lengths of time as people say them.</summary>
internal static partial class DurationWords
{
    private static readonly (string Unit, TimeSpan Length)[] Units =
    [
        ("day", TimeSpan.FromDays(1)),
        ("hour", TimeSpan.FromHours(1)),
        ("minute", TimeSpan.FromMinutes(1)),
        ("second", TimeSpan.FromSeconds(1)),
        ("millisecond", TimeSpan.FromMilliseconds(1)),
    ];

    /// <summary><c>10 minutes</c>, <c>1 hour 30 minutes</c>.</summary>
    public static string Of(TimeSpan time)
    {
        var words = new List<string>();
        foreach (var (unit, length) in Units)
        {
            var count = time.Ticks / length.Ticks;
            time -= count * length;
            if (count > 0)
                words.Add(Numbers.Count(count, unit));
        }

        return words.Count == 0 ? "0 seconds" : string.Join(' ', words);
    }

    /// <summary>What people write in words, with units as operators write them: <c>1 hour 30 minutes</c> as <c>1h 30m</c>. All else stays.</summary>
    public static string Shortened(string text) => Unit().Replace(text, match => match.Groups[1].Value.ToLowerInvariant());

    [GeneratedRegex(@"(?<=\d\s*)([dhms])(?:ays?|ours?|inutes?|ins?|econds?|ecs?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
