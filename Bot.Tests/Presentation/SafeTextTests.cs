using Bot.Presentation;

namespace Bot.Tests.Presentation;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("Hello.", "Hello.")]
    [InlineData("  indented", "  indented")]
    [InlineData("\n\n  \nfirst", "first")]
    [InlineData("a\r\nb\rc\u2028d", "a\nb\nc\nd")]
    [InlineData("a\n\n\n\n\n\nb", "a\n\n\nb")]
    [InlineData("nul\0 bell\a escape\u001B[31m", "nul bell escape[31m")]
    [InlineData("user\u202Egnp.exe", "usergnp.exe")]
    [InlineData("\u2066isolated\u2069 \u200Fmark", "isolated mark")]
    [InlineData("@everyone look", "@\u200Beveryone look")]
    [InlineData("@HERE", "@\u200BHERE")]
    [InlineData("<@123> <@!123> <@&5> <#9> </battle:7>", "<\u200B@123> <\u200B@!123> <\u200B@&5> <\u200B#9> <\u200B/battle:7>")]
    [InlineData("a < b and <div></div> stay", "a < b and <div></div> stay")]
    [InlineData("[click](https://evil.example/a)", "click (https://evil.example/a)")]
    [InlineData("[https://good.example](https://evil.example)", "https://good.example (https://evil.example)")]
    [InlineData("![picture](<https://evil.example> \"title\")", "picture (https://evil.example)")]
    [InlineData("[](https://evil.example)", "https://evil.example")]
    [InlineData("[[a](http://x)](http://y)", "[a (http://x)] (http://y)")]
    [InlineData("[`code`](http://x.example)", "[`code`] (http://x.example)")]
    [InlineData("`a[i](x)` stays", "`a[i](x)` stays")]
    [InlineData(">>> all that follows", "\\>>> all that follows")]
    [InlineData("> one line", "> one line")]
    [InlineData("```py\nprint(1)\n```", "```py\nprint(1)\n```")]
    [InlineData("```py\nprint(1)", "```py\nprint(1)\n```")]
    [InlineData("```", "```\n \n```")]
    [InlineData("before\n```\ncode\n```\nafter", "before\n```\ncode\n```\nafter")]
    [InlineData("````md\n```js\nx\n```\n````\nafter", "```md\n`\u200B`\u200B`js\nx\n`\u200B`\u200B`\n```\nafter")]
    [InlineData("~~~\ncode\n~~~", "```\ncode\n```")]
    [InlineData("1. list\n   ```c\n   int x;\n   ```", "1. list\n```c\nint x;\n```")]
    [InlineData("```title=\"x\" y\ncode\n```", "```\ncode\n```")]
    [InlineData("a ``` in the middle", "a \\`\\`\\` in the middle")]
    [InlineData("an unmatched ` stays one", "an unmatched \\` stays one")]
    [InlineData("`` ` `` is a backtick", "`` ` `` is a backtick")]
    [InlineData("```inline``` fence", "`inline` fence")]
    [InlineData("escaped \\` and \\*", "escaped \\` and \\*")]
    public void Text_by_strangers_becomes_harmless_markdown(string raw, string expected)
    {
        var markdown = SafeText.Markdown(raw);

        Assert.Equal(expected, markdown);
        DiscordMarkdown.AssertStaysInItsBox(markdown);
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character()
    {
        Assert.Equal("torn \uFFFD surrogate \uFFFD", SafeText.Markdown("torn \uD83D surrogate \uDE00"));
    }

    [Fact]
    public void A_tower_of_combining_marks_is_lowered()
    {
        var tower = "Z" + string.Concat(Enumerable.Repeat('\u0351', 500));

        Assert.Equal(9, SafeText.Markdown(tower).Length);
    }

    [Fact]
    public void Flags_and_families_of_emoji_stay_whole()
    {
        const string text = "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F 👨‍👩‍👧‍👦 é नि";

        Assert.Equal(text, SafeText.Markdown(text));
    }

    [Theory]
    [InlineData("see https://a.example/b_(c).", "see <https://a.example/b_(c)>.")]
    [InlineData("(see https://a.example/b)", "(see <https://a.example/b>)")]
    [InlineData("**https://a.example**", "**<https://a.example>**")]
    [InlineData("<https://a.example>, https://b.example!", "<https://a.example>, <https://b.example>!")]
    [InlineData("[words](https://a.example/x)", "words (<https://a.example/x>)")]
    [InlineData("`https://code.example`", "`https://code.example`")]
    public void Addresses_in_a_prompt_open_no_preview_and_code_keeps_its_own(string prompt, string quiet)
    {
        Assert.Equal(quiet, SafeText.Render(prompt, quietLinks: true));
    }

    [Fact]
    public void A_name_is_one_line_without_markdown()
    {
        Assert.Equal("Q4_K_M \\_x\\_", SafeText.Plain("Q4_K_M _x_"));
        Assert.Equal("\\*\\*bold\\*\\* @\u200Beveryone \\`x\\`", SafeText.Plain("**bold**\n@everyone `x`"));
    }

    [Fact]
    public void Whatever_the_pieces_and_wherever_it_is_cut_the_text_stays_in_its_box()
    {
        var random = new Random(20260807);
        for (var round = 0; round < 3_000; round++)
        {
            var raw = NastyText.Draw(random, pieces: random.Next(1, 14));
            var cut = raw[..random.Next(raw.Length + 1)];

            DiscordMarkdown.AssertStaysInItsBox(SafeText.Markdown(cut));
        }
    }

    [Fact]
    public void Making_text_harmless_twice_does_no_more_than_once()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var once = SafeCharacters.Clean(NastyText.Draw(random, pieces: 6));

            Assert.Equal(once, SafeCharacters.Clean(once));
        }
    }
}
