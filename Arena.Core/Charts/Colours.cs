using System.Globalization;

namespace Arena.Core.Charts;

/// <summary>Mixes colours as eyes do, and finds what is readable on them. Colours are <c>#RRGGBB</c>.</summary>
internal static class Colours
{
    private const string Black = "#000000";
    private const string White = "#FFFFFF";

    /// <summary>Black or white, whichever stands out more on a colour; at least 4.5 to 1 on any.</summary>
    public static string TextOn(string fill) => Contrast(Black, fill) >= Contrast(White, fill) ? Black : White;

    /// <summary>The contrast ratio of WCAG 2.2, from 1 to 21.</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>A colour on the straight way from one to another in linear light, by cube roots so that equal steps look equal.</summary>
    /// <param name="from">The colour at 0.</param>
    /// <param name="to">The colour at 1.</param>
    /// <param name="share">How far, in [0, 1].</param>
    public static string Mix(string from, string to, double share)
    {
        var (a, b) = (Linear(from), Linear(to));
        return "#" + string.Concat(Enumerable.Range(0, 3).Select(i =>
        {
            var mixed = Math.Cbrt(a[i]) + (Math.Cbrt(b[i]) - Math.Cbrt(a[i])) * share;
            return Encoded(mixed * mixed * mixed).ToString("X2", CultureInfo.InvariantCulture);
        }));
    }

    private static double Luminance(string colour)
    {
        var c = Linear(colour);
        return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
    }

    // sRGB: IEC 61966-2-1.
    private static double[] Linear(string colour) => [.. new[] { 1, 3, 5 }.Select(i =>
    {
        var c = int.Parse(colour.AsSpan(i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    })];

    private static int Encoded(double linear)
    {
        var c = linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.Pow(linear, 1 / 2.4) - 0.055;
        return (int)Math.Round(Math.Clamp(c, 0, 1) * 255);
    }
}
