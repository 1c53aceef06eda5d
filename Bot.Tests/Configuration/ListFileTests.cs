using Arena.Core.Roster;

namespace Bot.Tests.Configuration;

public sealed class ListFileTests
{
    [Fact]
    public void Models_are_read_with_what_is_said_of_them()
    {
        using var folder = new ConfigurationCase().Models("""
            [ { "tag": "qwen2.5:7b" }, { "tag": "hf.co/bartowski/Llama-3.2-3B-Instruct-GGUF:Q4_K_M", "displayName": "Llama", "kind": "instruct" }, /* end */ ]
            """);

        Assert.Equal(
            [new ModelSeed("qwen2.5:7b", null, null), new ModelSeed("hf.co/bartowski/Llama-3.2-3B-Instruct-GGUF:Q4_K_M", "Llama", ModelKind.Instruct)],
            folder.Load().Models);
    }

    [Theory]
    [InlineData("""{}""", "models.json: the file is object; expected a list of models: [ { \"tag\": \"qwen2.5:7b\" } ]")]
    [InlineData("""["qwen2.5:7b"]""", "models.json: [0] is \"qwen2.5:7b\"; expected an object with tag, displayName, kind")]
    [InlineData("""[{}]""", "models.json: [0].tag is missing; expected an Ollama tag like \"qwen2.5:7b\"")]
    [InlineData("""[{ "tag": "two words" }]""", "models.json: [0].tag is \"two words\"; expected an Ollama tag like \"qwen2.5:7b\"")]
    [InlineData("""[{ "tag": "a:1b", "kind": "chatty" }]""", "models.json: [0].kind is \"chatty\"; expected one of \"pretrained\", \"fine-tuned\", \"instruct\", \"rl-tuned\"")]
    [InlineData("""[{ "tag": "a:1b", "displayName": "" }]""", "models.json: [0].displayName is \"\"; expected a name of 1 to 80 characters")]
    [InlineData("""[{ "tag": "a:1b", "name": "A" }]""", "models.json: [0].name is no key of an entry; expected one of tag, displayName, kind")]
    [InlineData("""[{ "tag": "a:1b", "displayname": "A" }]""", "models.json: [0].displayname is no key of an entry; expected a known one; did you mean displayName?")]
    [InlineData("""[{ "tag": "a:1b" }, { "tag": "a:1b" }]""", "models.json: [1].tag is \"a:1b\" again; expected each model once")]
    public void A_bad_models_file_says_what_was_expected(string json, string complaint)
    {
        using var folder = new ConfigurationCase().Models(json);

        Assert.Equal([complaint], folder.Complaints());
    }

    [Theory]
    [InlineData("""[]""", "prompts.json: the list is 0 long; expected at least 2 prompts")]
    [InlineData("""[{ "category": "math", "text": "1 + 1?" }]""", "prompts.json: the list is 1 long; expected at least 2 prompts")]
    [InlineData("""[{ "category": "maths", "text": "1 + 1?" }]""", "prompts.json: [0].category is \"maths\"; expected one of coding, math, reasoning, knowledge, writing, roleplay, science, everyday")]
    [InlineData("""[{ "category": "math", "text": "  " }]""", "prompts.json: [0].text is \"  \"; expected a prompt of 1 to 2000 characters (battles.maxPromptCharacters)")]
    [InlineData("""[{ "text": "1 + 1?" }]""", "prompts.json: [0].category is missing; expected one of coding, math, reasoning, knowledge, writing, roleplay, science, everyday")]
    [InlineData("""[{ "category": "math", "text": "Why?" }, { "category": "math", "text": "why? " }]""", "prompts.json: [1].text is the same as [0].text; expected each prompt once")]
    public void A_bad_prompts_file_says_what_was_expected(string json, string complaint)
    {
        using var folder = new ConfigurationCase().Prompts(json);

        Assert.Equal([complaint], folder.Complaints());
    }

    [Fact]
    public void A_prompt_longer_than_members_may_type_is_refused()
    {
        using var folder = new ConfigurationCase()
            .Arena("""{ "battles": { "maxPromptCharacters": 10 } }""")
            .Prompts("""[{ "category": "math", "text": "1 + 1?" }, { "category": "math", "text": "What is one and one?" }]""");

        Assert.Equal(
            ["prompts.json: [1].text is \"What is one and one?\"; expected a prompt of 1 to 10 characters (battles.maxPromptCharacters)"],
            folder.Complaints());
    }

    [Fact]
    public void Without_prompts_anywhere_the_file_is_asked_for()
    {
        using var folder = new ConfigurationCase();
        folder.Arena("{}");
        File.Delete(folder.PromptsPath);

        Assert.Equal(["prompts.json: expected the file to be there, with at least 2 prompts"], folder.Complaints());
    }
}
