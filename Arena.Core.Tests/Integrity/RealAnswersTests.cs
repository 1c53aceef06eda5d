using System.IO.Compression;
using System.Text.Json;
using Arena.Core.Integrity;
using Arena.Core.Tests.Ratings;

namespace Arena.Core.Tests.Integrity;

/// <summary>What the rule says of answers that real models gave, from the test data. All that were found were read by a person; docs/not-counted.md has the figures.</summary>
public sealed class RealAnswersTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, string> Tags = new(StringComparer.Ordinal)
    {
        ["gpt4_1106_preview"] = "gpt-4", ["gpt35"] = "gpt-3.5", ["bard"] = "bard", ["palm-2-chat-bison-001"] = "palm-2",
    };

    [Fact]
    public void Answers_of_arena_bench() => Report("arena-bench-v1", Answers("arena-bench-v1", "answers.jsonl.gz", "prompt"), 5_100, 6);

    [Fact]
    public void Answers_of_alpaca_eval() => Report("alpaca-eval", Answers("alpaca-eval", "answers.jsonl.gz", "instruction"), 5_633, 7);

    [Fact]
    public void Answers_of_llmfao()
    {
        var prompts = Lines("llmfao", "prompts.jsonl").ToDictionary(row => row.GetProperty("id").GetInt32(), row => row.GetProperty("text").GetString()!);
        Report("llmfao", Lines("llmfao", "results.jsonl").Select(row => (
            row.GetProperty("name").GetString()!, prompts[row.GetProperty("prompt").GetInt32()], row.GetProperty("result").GetString()!)), 1_133, 0);
    }

    private void Report(string set, IEnumerable<(string Model, string Prompt, string Answer)> answers, int expected, int leaks)
    {
        var (all, found) = (0, 0);
        foreach (var (model, prompt, answer) in answers)
        {
            all++;
            var tag = Tags.GetValueOrDefault(model, model);
            if (LeakDetector.Find([prompt], [answer], LeakDetectorTests.Model(tag)) is not { } words)
                continue;
            found++;
            output.WriteLine($"{model}: {words}");
        }

        output.WriteLine($"{set}: {found} of {all}");
        Assert.Equal((expected, leaks), (all, found));
    }

    private static IEnumerable<(string Model, string Prompt, string Answer)> Answers(string set, string file, string prompt) =>
        from row in Lines(set, file)
        from answer in row.GetProperty("answers").EnumerateObject()
        select (answer.Name, row.GetProperty(prompt).GetString()!, answer.Value.GetString() ?? "");

    private static IEnumerable<JsonElement> Lines(string set, string file)
    {
        var path = ReferenceData.PathOf(set, file);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress) : File.OpenRead(path);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            yield return JsonDocument.Parse(line).RootElement;
    }
}
