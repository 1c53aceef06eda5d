using System.Globalization;
using Arena.Core.Charts;

namespace Arena.Core.Tests.Charts;

/// <summary>The palettes do what they are for.</summary>
public sealed class ChartThemeTests
{
    // Full protanopia, deuteranopia and tritanopia in linear RGB: Machado, Oliveira and Fernandes 2009, table 1.
    private static readonly double[][] Deficiencies =
    [
        [1, 0, 0, 0, 1, 0, 0, 0, 1],
        [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    ];

    public static TheoryData<string> Themes => ["dark", "light"];

    [Theory, MemberData(nameof(Themes))]
    public void Any_two_colours_stay_apart_with_every_common_colour_vision(string name)
    {
        var palette = Theme(name).Palette;
        Assert.Equal(8, palette.Count);
        foreach (var deficiency in Deficiencies)
        {
            var seen = palette.Select(c => Lab(Apply(deficiency, Linear(c)))).ToList();
            for (var i = 0; i < seen.Count; i++)
            for (var j = i + 1; j < seen.Count; j++)
            {
                var distance = Math.Sqrt(seen[i].Zip(seen[j], (x, y) => (x - y) * (x - y)).Sum());
                // 0.02 is about what can just be told apart side by side in this space.
                Assert.True(distance > 0.08, $"{palette[i]} and {palette[j]} are {distance:0.000} apart.");
            }
        }
    }

    [Theory, MemberData(nameof(Themes))]
    public void Texts_and_lines_are_readable_on_the_background(string name)
    {
        var theme = Theme(name);
        Assert.All([theme.Text, theme.Muted], c => Assert.True(Contrast(c, theme.Background) >= 4.5, c));
        // 3 is what large text and graphics need (WCAG 2.2, 1.4.3 and 1.4.11).
        Assert.All([.. theme.Palette, theme.Accent, theme.Warning], c => Assert.True(Contrast(c, theme.Background) >= 3.9, c));
    }

    private static ChartTheme Theme(string name) => name == "dark" ? ChartTheme.Dark : ChartTheme.Light;

    private static double[] Linear(string colour) => [.. new[] { 1, 3, 5 }.Select(i =>
    {
        var c = int.Parse(colour.AsSpan(i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    })];

    private static double[] Apply(double[] m, double[] c) =>
        [.. Enumerable.Range(0, 3).Select(i => Math.Max(0, m[3 * i] * c[0] + m[3 * i + 1] * c[1] + m[3 * i + 2] * c[2]))];

    // Oklab: Ottosson 2020.
    private static double[] Lab(double[] c)
    {
        var l = Math.Cbrt(0.4122214708 * c[0] + 0.5363325363 * c[1] + 0.0514459929 * c[2]);
        var m = Math.Cbrt(0.2119034982 * c[0] + 0.6806995451 * c[1] + 0.1073969566 * c[2]);
        var s = Math.Cbrt(0.0883024619 * c[0] + 0.2817188376 * c[1] + 0.6299787005 * c[2]);
        return
        [
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
        ];
    }

    private static double Contrast(string x, string y)
    {
        var (a, b) = (Luminance(x), Luminance(y));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) => Linear(colour).Zip([0.2126, 0.7152, 0.0722], (c, w) => c * w).Sum();
}
