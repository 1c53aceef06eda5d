using Arena.Core.Leaderboards;

namespace Arena.Core.Tests.Leaderboards;

public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("qwen2.5:7b", "qwen2.5:7b")]
    [InlineData("a\u202Eb\u0007c\nd", "ab c d")]
    [InlineData("  two   words \u2028", "two words")]
    [InlineData("", "?")]
    [InlineData("\u200B\u200D", "?")]
    [InlineData("👩‍💻", "👩‍💻")]
    public void Names_are_cleaned_of_what_can_not_be_seen(string name, string clean) =>
        Assert.Equal(clean, DisplayText.Clean(name));

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("half \uFFFD", DisplayText.Clean("half " + (char)0xD83D));

    [Fact]
    public void A_tower_of_marks_is_cut_to_what_real_writing_needs() =>
        Assert.Equal("z\u0301\u0301\u0301a", DisplayText.Clean("z" + new string('\u0301', 400) + "a"));

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("漢字", 4)]
    [InlineData("한국", 4)]
    [InlineData("👩‍💻🇯🇵", 4)]
    [InlineData("☕", 2)]
    [InlineData("e\u0301", 1)]
    [InlineData("ｶﾅ", 2)]
    public void Columns_are_counted_as_a_terminal_shows_them(string text, int columns) =>
        Assert.Equal(columns, DisplayText.Columns(text));

    [Theory]
    [InlineData("Meta-Llama-3.1-70B-Instruct-Q4_K_M", 15, "Meta-Ll…-Q4_K_M")]
    [InlineData("short", 15, "short")]
    [InlineData("漢字漢字漢字", 5, "漢…字")]
    [InlineData("👩‍💻👩‍💻👩‍💻", 5, "👩‍💻…👩‍💻")]
    [InlineData("abc", 1, "…")]
    public void Long_names_lose_their_middle_and_no_character_is_cut(string name, int columns, string shortened)
    {
        var result = DisplayText.Shorten(name, columns);
        Assert.Equal(shortened, result);
        Assert.InRange(DisplayText.Columns(result), 1, columns);
    }

    [Fact]
    public void Padding_goes_by_columns()
    {
        Assert.Equal("漢字  ", DisplayText.Pad("漢字", 6));
        Assert.Equal("  12", DisplayText.Pad("12", 4, toTheRight: true));
    }

    [Fact]
    public void Order_is_by_code_point_and_not_by_UTF_16_unit()
    {
        // U+FF21 is a smaller code point than U+1F99C, and a larger UTF-16 unit.
        string[] names = ["🦜", "Ａ", "a", "B", "ab"];
        Assert.Equal(["B", "a", "ab", "Ａ", "🦜"], names.Order(CodePointComparer.Instance));
    }
}
