using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Configuration;

/// <summary>Durations as operators write them: <c>90s</c>, <c>1h30m</c>, <c>250ms</c>, <c>7d</c>, or <c>00:10:00</c>.</summary>
internal static partial class DurationText
{
    private static readonly (string Unit, TimeSpan Length)[] Units =
    [
        ("d", TimeSpan.FromDays(1)),
        ("h", TimeSpan.FromHours(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("s", TimeSpan.FromSeconds(1)),
        ("ms", TimeSpan.FromMilliseconds(1)),
    ];

    public static bool TryParse(string text, out TimeSpan value)
    {
        // "10" alone would be ten days to TimeSpan and ten seconds to a reader: a bare number is refused.
        if (text.Contains(':'))
            return TimeSpan.TryParseExact(text, ["c", @"h\:mm\:ss"], CultureInfo.InvariantCulture, out value) && value >= TimeSpan.Zero;

        value = TimeSpan.Zero;
        var match = Parts().Match(text);
        if (!match.Success)
            return false;

        var amounts = match.Groups["amount"].Captures;
        var units = match.Groups["unit"].Captures;
        var milliseconds = 0d;
        for (var i = 0; i < amounts.Count; i++)
        {
            var unit = units[i].Value;
            milliseconds += double.Parse(amounts[i].Value, CultureInfo.InvariantCulture)
                * Units.Single(known => known.Unit == unit).Length.TotalMilliseconds;
        }

        const double longestYears = 100;
        if (milliseconds > TimeSpan.FromDays(365 * longestYears).TotalMilliseconds)
            return false;

        value = TimeSpan.FromMilliseconds(milliseconds);
        return true;
    }

    public static string Format(TimeSpan value)
    {
        if (value == TimeSpan.Zero)
            return "0s";

        var text = new StringBuilder();
        foreach (var (unit, length) in Units)
        {
            var count = value.Ticks / length.Ticks;
            if (count > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{count}{unit}");
                value -= count * length;
            }
        }

        return text.ToString();
    }

    [GeneratedRegex(@"^\s*(?:(?<amount>\d{1,9}(?:\.\d{1,6})?)\s*(?<unit>ms|s|m|h|d)\s*)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
