using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Arena.Core.Inference;

namespace Bot.Tests.Models;

/// <summary>Asks the demo models what was once asked of a real Ollama, and compares statuses, errors and the names in the JSON.</summary>
public sealed partial class ConformanceTests
{
    private static readonly string[] Compared =
    [
        "00-root", "00-head", "01-version", "02-tags", "03-ps-empty", "03-ps-one", "03-ps-keepalive-neg", "03-unload", "04-chat-load-only",
        "05-show", "05-show-empty", "05-show-embed", "05-show-missing", "05-show-name-field", "05-show-think",
        "06-chat-bad-image", "06-chat-bad-json", "06-chat-bad-model-name", "06-chat-bad-option-type", "06-chat-bad-role", "06-chat-empty-body",
        "06-chat-format-bad", "06-chat-format-json", "06-chat-format-schema", "06-chat-image-unsupported", "06-chat-keepalive-0",
        "06-chat-keepalive-bad", "06-chat-keepalive-neg", "06-chat-missing-model", "06-chat-missing-model-nostream", "06-chat-no-model",
        "06-chat-nostream", "06-chat-numctx-huge", "06-chat-stop", "06-chat-stream", "06-chat-stream-again-same-seed", "06-chat-think-badlevel",
        "06-chat-think-default", "06-chat-think-false", "06-chat-think-level", "06-chat-think-levels", "06-chat-think-off", "06-chat-think-stream",
        "06-chat-think-unsupported", "06-chat-too-long", "06-chat-too-long-history", "06-chat-too-long-truncate-false",
        "06-chat-tools-unsupported", "06-chat-unknown-option", "06-chat-unload", "07-generate-load", "07-generate-missing", "07-generate-raw",
        "07-generate-stream", "07-generate-top-logprobs-99", "07-generate-top-logprobs-neg", "08-chat-with-embed-model", "08-embed-batch",
        "08-embed-dimensions", "08-embed-empty", "08-embed-missing", "08-embed-noinput", "08-embed-one", "08-embed-toolong",
        "08-embed-toolong-truncate-false", "09-pull-badname", "09-pull-empty", "09-pull-offline", "09-pull-offline-nostream",
        "10-delete", "10-delete-empty", "10-delete-missing", "11-unknown-route", "11-wrong-method", "14-pull-progress", "14-pull-progress-nostream",
    ];

    public static TheoryData<string> Names => [.. Compared];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_demo_models_answer_as_Ollama_does(string name)
    {
        var data = Environment.GetEnvironmentVariable("ARENA_TEST_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(data), "ARENA_TEST_DATA is not set: the recorded exchanges with Ollama are not at hand.");
        var (request, status, type, body) = Read(Path.Combine(data!, "ollama-recorded", name + ".txt"));
        await using var demo = await DemoServer.StartAsync();
        await PrepareAsync(demo, name);

        using var response = await demo.Http.SendAsync(request, Token);
        var said = await response.Content.ReadAsStringAsync(Token);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        if (status >= 400 && name is not "09-pull-offline-nostream")
        {
            Assert.Equal(Number().Replace(Translate(body, name), "#"), Number().Replace(said.TrimEnd('\n'), "#"));
        }
        else if (type is "application/json" or "application/x-ndjson")
        {
            var expected = Shape(body);
            var shown = Shape(said);
            shown.RemoveWhere(path => path.StartsWith("license", StringComparison.Ordinal)); // only where a model has one
            Assert.Equal(expected.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        }
        else
        {
            Assert.Equal(body, said);
        }
    }

    private static async Task PrepareAsync(DemoServer demo, string name)
    {
        if (name.Contains("embed", StringComparison.Ordinal))
            await demo.Client.PullAsync("acorn-embed:33m", Token).ToListAsync(Token);

        if (name is "03-ps-one" or "03-ps-keepalive-neg")
            await demo.Client.ChatAsync(new ChatRequest("parrot:1b", [ChatTurn.User("x")]), Token).ToListAsync(Token);
    }

    private static (HttpRequestMessage Request, int Status, string? Type, string Body) Read(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        var cut = text.IndexOf("\n<<<", StringComparison.Ordinal);
        var (first, asked) = (text[..text.IndexOf('\n')].Split(' '), text[(text.IndexOf('\n') + 1)..cut].TrimEnd('\n'));
        var start = text.IndexOf("HTTP/1.1", cut, StringComparison.Ordinal);
        var headEnd = text.IndexOf("\n\n", start, StringComparison.Ordinal);
        var head = text[start..(headEnd < 0 ? text.Length : headEnd)].Split('\n');
        var type = head.FirstOrDefault(line => line.StartsWith("Content-Type: ", StringComparison.Ordinal))?["Content-Type: ".Length..].Split(';')[0];

        var request = new HttpRequestMessage(new HttpMethod(first[1]), first[2].TrimStart('/'));
        if (first[1] is not ("GET" or "HEAD"))
        {
            asked = Abbreviated().Replace(asked, match => string.Concat(Enumerable.Repeat("hello world ", int.Parse(match.Groups[1].Value) / 12)));
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Translate(asked, name)));
        }

        var body = headEnd < 0 ? "" : LeftOut().Replace(text[(headEnd + 2)..], "").TrimEnd('\n');
        return (request, int.Parse(head[0].Split(' ')[1]), type, body);
    }

    /// <summary>The recorded models' names, as demo models.</summary>
    private static string Translate(string text, string name) => text
        .Replace("127.0.0.1:25001/library/tiny-c", "otter:4b")
        .Replace("\"tiny-copy\"", name == "10-delete" ? "\"owl:7b\"" : "\"tiny-copy\"")
        .Replace("tiny-a:latest", "parrot:1b")
        .Replace("tiny-a", "parrot:1b")
        .Replace("tiny-think", "raven:8b")
        .Replace("tiny-embed", "acorn-embed:33m");

    /// <summary>The paths of all properties with the kind of their values. Of a stream, those of all lines together.</summary>
    private static HashSet<string> Shape(string body)
    {
        var paths = new HashSet<string>();
        var lines = body.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in lines)
        {
            using var document = JsonDocument.Parse(line);
            var kind = lines.Length < 2 ? "" : document.RootElement.TryGetProperty("done", out var done) && done.GetBoolean() ? "last " : "";
            Walk(document.RootElement, kind, paths);
        }

        return paths;
    }

    private static void Walk(JsonElement element, string path, HashSet<string> paths)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject().Where(property => property.Name is not ("model_info" or "tensors" or "parameters")))
                    Walk(property.Value, path.Length == 0 || path.EndsWith(' ') ? path + property.Name : $"{path}.{property.Name}", paths);

                break;
            case JsonValueKind.Array:
                paths.Add(path + "[]");
                foreach (var item in element.EnumerateArray())
                    Walk(item, path + "[]", paths);

                break;
            default:
                paths.Add($"{path}: {(element.ValueKind is JsonValueKind.True or JsonValueKind.False ? "bool" : element.ValueKind.ToString())}");
                break;
        }
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"\.\.\.\((\d+) bytes\)\.\.\.")]
    private static partial Regex Abbreviated();

    [GeneratedRegex(@"^\.\.\. \(\d+ lines left out\) \.\.\.\n", RegexOptions.Multiline)]
    private static partial Regex LeftOut();
}
