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

    private const double LeastDistance = 0.08;

    public static TheoryData<string> Themes => ["dark", "light", "contrast"];

    [Fact]
    public void A_setting_names_a_theme_and_no_other_word_does()
    {
        Assert.Same(ChartTheme.Dark, ChartTheme.Named("dark"));
        Assert.Same(ChartTheme.Light, ChartTheme.Named("light"));
        Assert.Same(ChartTheme.HighContrast, ChartTheme.Named("contrast"));
        Assert.All(["", "Dark", "sepia", "high contrast"], word => Assert.Null(ChartTheme.Named(word)));
    }

    [Theory, MemberData(nameof(Themes))]
    public void Any_two_colours_stay_apart_with_every_common_colour_vision(string name)
    {
        var palette = Theme(name).Palette;
        Assert.Equal(8, palette.Count);
        AssertApart(palette);
    }

    [Theory, MemberData(nameof(Themes))]
    public void Wins_ties_and_losses_stay_apart_from_each_other_and_from_what_they_stand_on(string name)
    {
        var theme = Theme(name);
        AssertApart([theme.Poles.High, theme.Poles.Neither, theme.Poles.Low, theme.Background]);
        AssertApart([theme.Poles.High, theme.Poles.Middle, theme.Poles.Low]);
    }

    [Theory, MemberData(nameof(Themes))]
    public void A_cell_becomes_more_unlike_the_middle_the_further_a_rate_is_from_half(string name)
    {
        var theme = Theme(name);
        foreach (var pole in new[] { theme.Poles.High, theme.Poles.Low })
        foreach (var deficiency in Deficiencies)
        {
            double FromMiddle(double share) =>
                Distance(deficiency, theme.Poles.Middle, Colours.Mix(theme.Poles.Middle, pole, share));
            double[] steps = [FromMiddle(0), FromMiddle(0.25), FromMiddle(0.5), FromMiddle(0.75), FromMiddle(1)];
            Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.True(pair.Second > pair.First + 0.01, $"{pole}: {string.Join(" ", steps)}"));
        }
    }

    [Theory, MemberData(nameof(Themes))]
    public void Texts_and_lines_are_readable_on_the_background(string name)
    {
        var theme = Theme(name);
        Assert.All([theme.Text, theme.Muted], c => Assert.True(Contrast(c, theme.Background) >= 4.5, c));
        // 3 is what large text and graphics need (WCAG 2.2, 1.4.3 and 1.4.11).
        Assert.All([.. theme.Palette, theme.Accent, theme.Warning], c => Assert.True(Contrast(c, theme.Background) >= 3.9, c));
        Assert.All([theme.Poles.High, theme.Poles.Low], c => Assert.True(Contrast(c, theme.Background) >= 4.5, $"{c} {Contrast(c, theme.Background)}"));
        Assert.True(Contrast(theme.Poles.Neither, theme.Background) >= 3, theme.Poles.Neither);
    }

    [Fact]
    public void With_high_contrast_whatever_is_written_has_seven_to_one()
    {
        var theme = ChartTheme.HighContrast;
        Assert.Equal("#000000", theme.Background);
        Assert.All(
            [theme.Text, theme.Muted, theme.Poles.High, theme.Poles.Low, .. theme.Palette],
            c => Assert.True(Contrast(c, theme.Background) >= 7, $"{c} {Contrast(c, theme.Background)}"));
    }

    [Fact]
    public void Black_or_white_is_readable_on_any_colour()
    {
        var random = new Random(3);
        for (var round = 0; round < 2000; round++)
        {
            var fill = $"#{random.Next(1 << 24):X6}";
            Assert.True(Contrast(Colours.TextOn(fill), fill) >= 4.5, fill);
        }
    }

    private static ChartTheme Theme(string name) => ChartTheme.Named(name)!;

    private static void AssertApart(IReadOnlyList<string> colours)
    {
        foreach (var deficiency in Deficiencies)
        for (var i = 0; i < colours.Count; i++)
        for (var j = i + 1; j < colours.Count; j++)
        {
            // 0.02 is about what can just be told apart side by side in this space.
            var distance = Distance(deficiency, colours[i], colours[j]);
            Assert.True(distance > LeastDistance, $"{colours[i]} and {colours[j]} are {distance:0.000} apart.");
        }
    }

    private static double Distance(double[] deficiency, string one, string other)
    {
        var (a, b) = (Lab(Apply(deficiency, Linear(one))), Lab(Apply(deficiency, Linear(other))));
        return Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
    }

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
