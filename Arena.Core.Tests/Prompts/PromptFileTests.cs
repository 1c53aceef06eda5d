using System.Text;
using Arena.Core.Prompts;

namespace Arena.Core.Tests.Prompts;

public sealed class PromptFileTests
{
    private const int Limit = 40;

    [Fact]
    public void Text_holds_one_prompt_a_line()
    {
        var read = Good("Is 91 prime?\r\nName a bird.\n  Why is the sky blue?  \n", "prompts.txt");

        Assert.Equal(["Is 91 prime?", "Name a bird.", "Why is the sky blue?"], read.Prompts.Select(prompt => prompt.Text));
        Assert.All(read.Prompts, prompt => Assert.False(prompt.IsAgeRestricted));
        Assert.Empty(read.Problems);
    }

    [Fact]
    public void Empty_lines_between_others_separate_prompts_of_several_lines()
    {
        var read = Good("\n\nSum these:\n1, 2, 3\n\n \nName a bird.\n\n", "prompts.md");

        Assert.Equal(["Sum these:\n1, 2, 3", "Name a bird."], read.Prompts.Select(prompt => prompt.Text));
    }

    [Fact]
    public void Json_is_read_in_the_form_of_the_operators_file_and_its_text_alone_is_enough()
    {
        var read = Good(
            """
            [
              // a comment
              {"category": "Math", "text": "Is 91 prime?", "source": "mine"},
              {"text": "A dark story.", "age_restricted": true},
              "Name a bird.",
            ]
            """, "prompts.json");

        Assert.Equal(
            [new("Is 91 prime?", "math"), new("A dark story.", null, true), new("Name a bird.", null)], read.Prompts);
    }

    [Theory]
    [InlineData("prompts.json", true)]
    [InlineData("prompts", true)]
    [InlineData("PROMPTS.TXT", false)]
    public void The_name_says_what_it_is_and_else_the_first_character(string name, bool isJson) =>
        Assert.Equal(isJson ? "Name a bird." : "[\"Name a bird.\"]", Good("[\"Name a bird.\"]", name).Prompts.Single().Text);

    [Fact]
    public void What_can_not_be_added_is_named_with_its_line_and_the_rest_is_read()
    {
        var read = Good(
            """
            [
              {"text": "Name a bird.", "category": "birds"},
              {"prompt": "Is 91 prime?"},
              {"text": 91},
              {"text": "  \u200b "},
              {"text": "This prompt has more characters than are possible here."},
              {"text": "Half a pair: \ud83d"},
              {"text": "Good.", "age_restricted": "yes"},
              91, [["deep"]],
              "The good one."
            ]
            """, "prompts.json");

        Assert.Equal("The good one.", read.Prompts.Single().Text);
        Assert.Equal(
        [
            new PromptProblem.UnknownCategory(2, "birds"),
            new PromptProblem.Malformed(3, "a text at \"text\""),
            new PromptProblem.Malformed(4, "a text at \"text\""),
            new PromptProblem.Empty(5),
            new PromptProblem.TooLong(6, Limit),
            new PromptProblem.Malformed(7, "a text at \"text\""),
            new PromptProblem.Malformed(8, "true or false at \"age_restricted\""),
            new PromptProblem.Malformed(9, "a text at \"text\""),
            new PromptProblem.Malformed(9, "a text at \"text\""),
        ], read.Problems);
    }

    [Fact]
    public void Of_text_the_lines_that_are_too_long_are_named()
    {
        var read = Good($"Good.\n{new string('x', Limit + 1)}\n{new string('é', Limit)}\n{new string('y', 99)}", "prompts.txt");

        Assert.Equal(2, read.Prompts.Count);
        Assert.Equal([new PromptProblem.TooLong(2, Limit), new PromptProblem.TooLong(4, Limit)], read.Problems);
    }

    [Theory]
    [InlineData("[\n {\"text\": \"a\"},\n {\"text\" \"b\"}\n]", 3)]
    [InlineData("[\n {\"text\": \"a\"}", 2)]
    [InlineData("[\"a\"] x", 1)]
    [InlineData("{\"text\": \"a\",\n\n bad}", 3)]
    public void Broken_json_is_refused_with_its_line_and_what_is_wrong(string json, int line)
    {
        var broken = Assert.IsType<PromptFileResult.BrokenJson>(Read(json, "prompts.json"));

        Assert.Equal(line, broken.Line);
        Assert.DoesNotContain("LineNumber", broken.Why, StringComparison.Ordinal);
        Assert.NotEmpty(broken.Why);
    }

    [Fact]
    public void What_is_no_list_of_prompts_is_told_apart()
    {
        Assert.IsType<PromptFileResult.NotAList>(Read("{\"text\": \"a\"}", "prompts.json"));
        Assert.IsType<PromptFileResult.Empty>(Read("[]", "prompts.json"));
        Assert.IsType<PromptFileResult.Empty>(Read(" \n\t\n", "prompts.txt"));
        Assert.IsType<PromptFileResult.Empty>(PromptFile.Read([], "prompts.json", Limit));
        Assert.IsType<PromptFileResult.NotText>(PromptFile.Read([0x89, (byte)'P', (byte)'N', (byte)'G', 0, 1], "prompts.txt", Limit));
        Assert.IsType<PromptFileResult.NotText>(PromptFile.Read([(byte)'a', 0xFF, (byte)'b'], "prompts.txt", Limit));
        Assert.IsType<PromptFileResult.NotText>(PromptFile.Read(Encoding.Unicode.GetBytes("Name a bird."), "prompts.txt", Limit));
        Assert.Equal(
            new PromptFileResult.TooMany(2_000, 2_001), Read(string.Join('\n', Enumerable.Range(0, 2_001)), "prompts.txt"));
    }

    [Fact]
    public void A_mark_of_the_encoding_at_the_beginning_is_no_part_of_a_prompt() =>
        Assert.Equal("Name a bird.", Assert.IsType<PromptFileResult.Parsed>(
            PromptFile.Read([.. Encoding.UTF8.Preamble, .. "Name a bird."u8], "prompts.txt", Limit)).Prompts.Prompts.Single().Text);

    private static ParsedPrompts Good(string content, string name) => Assert.IsType<PromptFileResult.Parsed>(Read(content, name)).Prompts;

    private static PromptFileResult Read(string content, string name) => PromptFile.Read(Encoding.UTF8.GetBytes(content), name, Limit);
}
