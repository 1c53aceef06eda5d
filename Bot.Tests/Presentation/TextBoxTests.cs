using System.Globalization;
using Bot.Presentation;

namespace Bot.Tests.Presentation;

public sealed class TextBoxTests
{
    private const string Note = "*continued in answer-a.md*";

    [Fact]
    public void What_fits_is_not_cut()
    {
        var box = TextBox.Fit("One.\n\nTwo.", 4096, Note);

        Assert.Equal(new TextBox("One.\n\nTwo.", false), box);
    }

    [Fact]
    public void A_long_answer_ends_at_a_paragraph()
    {
        var paragraph = string.Concat(Enumerable.Repeat("A sentence of this answer. ", 20)).Trim();
        var answer = string.Join("\n\n", Enumerable.Repeat(paragraph, 60));
        Assert.True(answer.Length > 30_000);

        var box = TextBox.Fit(answer, 4096, Note);

        Assert.True(box.IsCut);
        Assert.InRange(box.Markdown.Length, 3000, 4096);
        Assert.EndsWith($"{paragraph}\n\n{Note}", box.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_paragraphs_it_ends_at_a_line_then_a_sentence_then_a_word()
    {
        const string rest = " and so on and so on and so on and so on and so on and so on";

        Assert.Equal($"one two\nthree four\n\n{Note}", Cut("one two\nthree four\nfive six" + rest, 24));
        Assert.Equal($"One two three. Four five.\n\n{Note}", Cut("One two three. Four five. Six" + rest, 30));
        Assert.Equal($"one two three four five\n\n{Note}", Cut("one two three four five sixteenletterword" + rest, 28));
    }

    [Fact]
    public void A_block_of_code_that_is_cut_is_closed()
    {
        var code = "Look:\n\n```py\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"print({i})\n\n")) + "```";

        var box = TextBox.Fit(code, 1000, Note);

        Assert.EndsWith($"\n```\n\n{Note}", box.Markdown, StringComparison.Ordinal);
        Assert.Matches(@"print\(\d+\)\n```", box.Markdown);
        DiscordMarkdown.AssertStaysInItsBox(box.Markdown);
    }

    [Fact]
    public void A_block_of_code_that_begins_near_the_end_is_left_to_the_file()
    {
        var text = string.Concat(Enumerable.Repeat("words and words ", 50)) + "\n```py\n" + new string('x', 2000) + "\n```";

        Assert.DoesNotContain("```", TextBox.Fit(text, 1000, Note).Markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("👨‍👩‍👧‍👦")]
    [InlineData("🇩🇪")]
    [InlineData("e\u0301\u0302")]
    [InlineData("नि")]
    [InlineData("한국")]
    public void No_grapheme_is_torn(string grapheme)
    {
        var text = string.Concat(Enumerable.Repeat(grapheme, 300));
        for (var limit = 40; limit < 60; limit++)
        {
            var kept = TextBox.Fit(text, limit, "").Markdown;

            Assert.True(kept.Length > 0 && kept.Length <= limit);
            Assert.All(Graphemes(kept), one => Assert.Contains(one, Graphemes(grapheme)));
        }
    }

    [Fact]
    public void One_grapheme_longer_than_its_box_still_fits()
    {
        var endless = string.Concat(Enumerable.Repeat("👩\u200D", 5000));

        Assert.InRange(TextBox.Fit(endless, 4096, Note).Markdown.Length, 1, 4096);
    }

    [Fact]
    public void Whatever_the_text_the_box_is_never_too_small_for_it()
    {
        var random = new Random(4096);
        for (var round = 0; round < 1_000; round++)
        {
            var raw = NastyText.Draw(random, random.Next(1, 200));
            var limit = random.Next(Note.Length + 2, 400);

            var box = TextBox.Fit(raw, limit, Note);

            Assert.InRange(box.Markdown.Length, 0, limit);
            Assert.Equal(box.IsCut, box.Markdown.EndsWith(Note, StringComparison.Ordinal));
            DiscordMarkdown.AssertStaysInItsBox(box.Markdown);
        }
    }

    [Theory]
    [InlineData(100, 200, 100, 200)]
    [InlineData(9000, 9000, 2600, 2600)]
    [InlineData(1000, 9000, 1000, 4096)]
    [InlineData(9000, 2000, 3200, 2000)]
    [InlineData(0, 0, 0, 0)]
    public void Both_sides_get_their_fair_share(int wantedA, int wantedB, int a, int b)
    {
        Assert.Equal((a, b), FairShares.Of(wantedA, wantedB, 4096, 5200));
    }

    private static string Cut(string text, int room) => TextBox.Fit(text, room + Note.Length + 2, Note).Markdown;

    private static List<string> Graphemes(string text)
    {
        var found = new List<string>();
        for (var graphemes = StringInfo.GetTextElementEnumerator(text); graphemes.MoveNext();)
            found.Add(graphemes.GetTextElement());
        return found;
    }
}
