using System.Text.Json;
using Sandbox.Models;
using Sandbox.Models.Voices;

namespace Bot.Tests.Models;

public sealed class VoiceTests
{
    private static readonly string[] OddPrompts =
    [
        "hi", "?", "1", "x", "@everyone", "```", "Say something.", "2+2", "What is 15% of 80?", "1/0", "((((", "9999999999 * 9999999999 ^ 3",
        "🙂🙂🙂", "a b c", "\u202Eabc", "Écris un poème sur la mer", "日本について教えてください", new('w', 4000), "List 5 ideas for a birthday party",
    ];

    [Fact]
    public void No_answer_names_its_model_and_none_is_empty_or_endless()
    {
        var names = DemoCatalog.Pullable.Select(model => model.Tag.Split(':')[0]).Append("demo").Append("ollama").ToList();
        foreach (var prompt in Prompts().Concat(OddPrompts))
        {
            var ask = Ask.Read(prompt);
            foreach (var model in DemoCatalog.Pullable.Where(model => model.CanChat))
            {
                for (var seed = 0; seed < 4; seed++)
                {
                    var answer = model.Voice!.Answer(ask, new Random(seed));
                    Assert.True(DemoTokens.Count(answer) is > 8 and < 500, $"{model.Tag} to \"{prompt}\": {answer}");
                    foreach (var name in names.Where(name => !prompt.Contains(name, StringComparison.OrdinalIgnoreCase)))
                        Assert.DoesNotContain(name, answer, StringComparison.OrdinalIgnoreCase);
                }
            }
        }
    }

    [Fact]
    public void The_pieces_of_an_answer_are_the_answer()
    {
        foreach (var prompt in Prompts().Concat(OddPrompts))
            Assert.Equal(prompt, string.Concat(DemoTokens.Of(prompt)));
    }

    [Theory]
    [InlineData("What is 17 * 23?", "391")]
    [InlineData("2+2", "4")]
    [InlineData("Compute (3 + 4) x 5 - 6 / 4", "33.5")]
    [InlineData("What is 17 % of 340?", "57.8")]
    [InlineData("15 percent of 80", "12")]
    [InlineData("2 ^ 3 ^ 2", "512")]
    [InlineData("What is 12 plus 30 times 2?", "72")]
    [InlineData("square root of 144", "12")]
    public void Sums_are_worked_out(string prompt, string result) => Assert.Equal(result, Sum.Find(prompt)!.Result);

    [Theory]
    [InlineData("1 / 0")]
    [InlineData("the year 2026")]
    [InlineData("from 14:20 to 17:05")]
    [InlineData("no numbers at all")]
    [InlineData("((((")]
    public void What_is_no_sum_is_none(string prompt) => Assert.Null(Sum.Find(prompt));

    [Theory]
    [InlineData("What is 17 * 23?", "Math")]
    [InlineData("Write a shell one-liner that finds the five largest files", "Code")]
    [InlineData("Write a haiku about a bus", "Poem")]
    [InlineData("You are a lighthouse keeper in 1890.", "Roleplay")]
    [InlineData("Write a polite but firm email to a neighbour", "Writing")]
    [InlineData("Tell the story of a lost glove", "Story")]
    [InlineData("Why is the sky blue?", "Explain")]
    [InlineData("Give me 5 ideas for dinner", "List")]
    [InlineData("hello there", "Greeting")]
    public void The_kind_of_a_prompt_is_seen(string prompt, string kind) => Assert.Equal(kind, Ask.Read(prompt).Kind.ToString());

    [Fact]
    public void Most_prompts_of_the_library_meet_some_knowledge_or_a_piece_of_code()
    {
        var asks = Prompts().Select(Ask.Read).ToList();

        Assert.True(asks.Count(ask => ask.Topic is not null || ask.Snippet is not null || ask.Sum is not null) > asks.Count / 2);
    }

    private static List<string> Prompts()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "config", "prompts.json");
        using var document = JsonDocument.Parse(File.ReadAllText(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var texts = new List<string>();
        Collect(document.RootElement, texts);
        return texts;
    }

    private static void Collect(JsonElement element, List<string> texts)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                    Collect(property.Value, texts);

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Collect(item, texts);

                break;
            case JsonValueKind.String when element.GetString()!.Contains(' '):
                texts.Add(element.GetString()!);
                break;
        }
    }
}
