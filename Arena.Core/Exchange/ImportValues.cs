using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Arena.Core.Battles;

namespace Arena.Core.Exchange;

/// <summary>Values of rows as the field's tools write them.</summary>
internal static class ImportValues
{
    // Times from here on are milliseconds: as seconds they lie beyond the year 5000.
    private const double FirstMilliseconds = 1e11;
    private const double LastMilliseconds = 253_402_300_799_999;    // the end of the year 9999

    // In the order in which they are likely.
    private static readonly (byte[] Name, Choice Choice)[] Winners =
    [
        ("model_a"u8.ToArray(), Choice.A), ("model_b"u8.ToArray(), Choice.B),
        ("tie"u8.ToArray(), Choice.Tie), ("tie (bothbad)"u8.ToArray(), Choice.BothBad),
        ("left"u8.ToArray(), Choice.A), ("right"u8.ToArray(), Choice.B),
        ("a"u8.ToArray(), Choice.A), ("b"u8.ToArray(), Choice.B),
        ("model_1"u8.ToArray(), Choice.A), ("model_2"u8.ToArray(), Choice.B),
        ("both_bad"u8.ToArray(), Choice.BothBad), ("bothbad"u8.ToArray(), Choice.BothBad),
        ("tie (inconsistent)"u8.ToArray(), Choice.Tie),
    ];

    /// <summary>Who won, in any of the known spellings and any case.</summary>
    public static bool TryChoice(ReadOnlySpan<byte> text, out Choice choice)
    {
        text = text.Trim(" \t"u8);
        foreach (var (name, known) in Winners)
        {
            if (name.Length == text.Length && Ascii.EqualsIgnoreCase(name, text))
            {
                choice = known;
                return true;
            }
        }

        choice = default;
        return false;
    }

    /// <summary>A finite number; NaN where the value is empty or stands for none.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, out double number)
    {
        text = text.Trim(" \t"u8);
        if (IsNone(text))
        {
            number = double.NaN;
            return true;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }

    /// <summary>A moment in milliseconds since 1970 UTC: seconds, milliseconds from 1e11 on, or ISO 8601 (UTC unless it says otherwise).</summary>
    public static bool TryTime(ReadOnlySpan<byte> text, out long milliseconds)
    {
        text = text.Trim(" \t"u8);
        milliseconds = 0;
        if (text.Length >= 10 && text[4] == '-')
        {
            if (!DateTimeOffset.TryParse(
                Encoding.UTF8.GetString(text), CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment))
                return false;
            milliseconds = moment.ToUnixTimeMilliseconds();
            return true;
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return false;
        number = Math.Round(number < FirstMilliseconds ? number * 1000 : number);
        if (!(Math.Abs(number) <= LastMilliseconds))
            return false;
        milliseconds = (long)number;
        return true;
    }

    /// <summary>A whole number, and nothing else.</summary>
    public static bool TryId(ReadOnlySpan<byte> text, out long id) => Utf8Parser.TryParse(text, out id, out var used) && used == text.Length;

    /// <summary>Whether a value is empty or what a tool writes for none.</summary>
    public static bool IsNone(ReadOnlySpan<byte> text) => text.IsEmpty
        || (text.Length is 3 or 4
            && (Ascii.EqualsIgnoreCase(text, "nan"u8) || Ascii.EqualsIgnoreCase(text, "null"u8) || Ascii.EqualsIgnoreCase(text, "none"u8)));
}
