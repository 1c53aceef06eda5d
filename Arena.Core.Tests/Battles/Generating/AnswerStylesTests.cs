using Arena.Core.Battles.Generating;
using Arena.Core.Ratings;

namespace Arena.Core.Tests.Battles.Generating;

public sealed class AnswerStylesTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("# One\n\ntext\n\n## Two\n### Three ###", 3)]
    [InlineData("   ###### six", 1)]
    [InlineData("####### seven", 0)]
    [InlineData("#hashtag", 0)]
    [InlineData("    # indented code", 0)]
    [InlineData("#\nempty", 0)]
    [InlineData("Title\n=====\n\nUnder it\n---", 2)]
    [InlineData("Title\r\n=====\r\ntext", 1)]
    [InlineData("text\n\n---\n\nmore", 0)]
    [InlineData("- item\n---", 0)]
    [InlineData("a | b\n--- | ---\n1 | 2", 0)]
    [InlineData("| a |\n---", 0)]
    [InlineData("> # quoted", 1)]
    [InlineData("issue # 5 is open", 0)]
    public void Headings_are_counted(string answer, int headings) => Assert.Equal(headings, AnswerStyles.Of(answer, 1).Headings);

    [Theory]
    [InlineData("- one\n- two\n- three", 3)]
    [InlineData("* one\n+ two", 2)]
    [InlineData("1. one\n2. two\n10) ten", 3)]
    [InlineData("1. one\n    - nested\n        - deeper\n2. two", 4)]
    [InlineData("- one\n\n    with a paragraph\n\n    - nested", 2)]
    [InlineData("    - indented code, as no list is open", 0)]
    [InlineData("-not an item\n1.5 is a number\n1.x", 0)]
    [InlineData("* * *\n- - -\n***", 0)]
    [InlineData("**bold** begins this line", 0)]
    [InlineData("-\n*", 0)]
    [InlineData("> 1. quoted\n> 2. quoted", 2)]
    [InlineData("1234567890. too long to be a number of a list", 0)]
    public void Items_of_lists_are_counted(string answer, int items) => Assert.Equal(items, AnswerStyles.Of(answer, 1).ListItems);

    [Theory]
    [InlineData("**bold** and __bold__", 2)]
    [InlineData("***both***", 1)]
    [InlineData("___both___", 1)]
    [InlineData("**bold with *italic* in it**", 1)]
    [InlineData("**bold that ends *in italic***", 1)]
    [InlineData("**a** **b**, **c**", 3)]
    [InlineData("**never closed", 0)]
    [InlineData("never opened**", 0)]
    [InlineData("**\nnot over lines**", 0)]
    [InlineData("2 ** 3 ** 4", 0)]
    [InlineData("** not bold **", 0)]
    [InlineData("*italic* and _italic_", 0)]
    [InlineData("`**code**` and ``__code__``", 0)]
    [InlineData("snake__case__name", 0)]
    [InlineData(@"\**escaped\**", 0)]
    [InlineData("# **heading**\n- **item**", 2)]
    [InlineData("****", 0)]
    public void Bold_spans_are_counted(string answer, int bold) => Assert.Equal(bold, AnswerStyles.Of(answer, 1).Bold);

    [Theory]
    [InlineData("```\n# no\n- no\n**no**\n```\n# yes\n- yes\n**yes**")]
    [InlineData("~~~python\n# no\n```\n- no\n~~~\n# yes\n- yes\n**yes**")]
    [InlineData("# yes\n- yes\n  ```sh\n  # no\n  ```\n**yes**")]
    [InlineData("# yes\n- yes\n**yes**\n````\n```\n- no\n```\n**no**")]
    [InlineData("# yes\n- yes\n```not a fence``` **yes**")]
    public void What_stands_in_code_blocks_is_not_counted(string answer) =>
        Assert.Equal(new AnswerStyle(7, 1, 1, 1), AnswerStyles.Of(answer, 7));

    [Fact]
    public void A_long_answer_of_nothing_but_marks_is_read() =>
        Assert.Equal(new AnswerStyle(1, 0, 0, 0), AnswerStyles.Of(string.Concat(Enumerable.Repeat("**", 200_000)), 1));
}
