using Arena.Core.Charts;

namespace Arena.Core.Tests.Charts;

public sealed class TextLinesTests
{
    private static readonly TextStyle Style = new(22, "");

    [Fact]
    public void A_line_that_fits_stays_one() =>
        Assert.Equal(["three ballots · noon"], TextLines.Wrap("three ballots · noon", 400, Style));

    [Fact]
    public void A_long_line_breaks_between_sayings_before_it_breaks_between_words() =>
        Assert.Equal(["bars: 95 % interval, by battle", "43 more not labelled"], TextLines.Wrap("bars: 95 % interval, by battle · 43 more not labelled", 500, Style));

    [Fact]
    public void No_line_is_too_wide_and_no_short_word_is_lost()
    {
        var text = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"word{i}")) + " " + new string('M', 90);
        var lines = TextLines.Wrap(text, 300, Style);
        Assert.All(lines, line => Assert.InRange(Style.Width(line), 1, 300));
        Assert.StartsWith(text[..300], string.Join(' ', lines), StringComparison.Ordinal);
        Assert.Contains('…', lines[^1]);
    }
}
