using Arena.Core.Charts;

namespace Arena.Core.Tests.Charts;

public sealed class EmojiTextTests
{
    [Fact]
    public void Emoji_stand_in_elements_of_their_own_at_their_place_in_the_line()
    {
        var style = new TextStyle(20, "#FFFFFF");
        var svg = new SvgWriter(500, 50, "#000000");
        svg.Text(10, 30, "👩‍💻🇯🇵 Coder 🚀 \"class=emoji\"", style);
        var document = svg.Finish();

        var emoji = EmojiText.In(document);

        Assert.Equal(["👩‍💻🇯🇵", "🚀"], emoji.Select(e => e.Text));
        Assert.Equal(10, emoji[0].X);
        Assert.Equal(10 + style.Width("👩‍💻🇯🇵 Coder "), emoji[1].X, 0.01);
        Assert.All(emoji, e => Assert.Equal((30, 20), (e.Baseline, e.Size)));
        Assert.Equal(["👩‍💻🇯🇵", "Coder ", "🚀", "\"class=emoji\""], Layout.Texts(new Chart(document, 500, 50, "")));
        Assert.Empty(EmojiText.In(EmojiText.Hidden(document)));
    }

    [Fact]
    public void A_text_without_emoji_is_one_element_and_costs_nothing()
    {
        var svg = new SvgWriter(500, 50, "#000000");
        svg.Text(10, 30, "class=\"emoji\"", new TextStyle(20, "#FFFFFF"));
        Assert.Empty(EmojiText.In(svg.Finish()));
    }
}
