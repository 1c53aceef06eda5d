using Arena.Core.Prompts;

namespace Arena.Core.Tests.Prompts;

public sealed class PromptRulesTests
{
    [Theory]
    [InlineData("  hello  ", "hello")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData("a\u0000b\u001bc\td", "abc\td")]
    [InlineData("x", "x")]
    [InlineData("\ud83d\ude42", "\ud83d\ude42")]
    [InlineData("keeps \u202e its direction", "keeps \u202e its direction")]
    public void A_prompt_is_cleaned_of_what_nobody_typed(string prompt, string clean) =>
        Assert.Equal(new PromptCheck.Good(clean), PromptRules.Check(prompt, 100));

    [Fact]
    public void Half_a_character_is_replaced() =>
        Assert.Equal(new PromptCheck.Good("lone \ufffd surrogate"), PromptRules.Check("lone \ud83d surrogate", 100));

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n ")]
    [InlineData("\u200b\u200d\ufeff")]
    [InlineData("\u2800")]
    public void A_prompt_of_which_nothing_can_be_seen_is_empty(string prompt) =>
        Assert.IsType<PromptCheck.Empty>(PromptRules.Check(prompt, 100));

    [Fact]
    public void Length_counts_characters_as_people_do()
    {
        Assert.IsType<PromptCheck.Good>(PromptRules.Check(string.Concat(Enumerable.Repeat("🙂", 10)), 10));
        Assert.Equal(new PromptCheck.TooLong(10, 11), PromptRules.Check(string.Concat(Enumerable.Repeat("🙂", 11)), 10));
    }
}
