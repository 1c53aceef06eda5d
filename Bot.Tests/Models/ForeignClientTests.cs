using System.Text.Json;
using Bot.Tests.House;

namespace Bot.Tests.Models;

/// <summary>So that our client and our demo models do not share one misunderstanding: the npm package <c>ollama</c> against them.</summary>
public sealed class ForeignClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_client_of_Ollamas_own_makers_gets_on_with_the_demo_models()
    {
        await using var demo = await DemoServer.StartAsync();
        await demo.ControlAsync(new { tokens_per_second = 2000 });

        var run = await NodeScript.RunAsync("Bot.Tests/Models/js", "ollama.mjs", [demo.Address.ToString()], Token);
        Assert.True(run.ExitCode == 0, run.Errors);
        var seen = JsonDocument.Parse(run.Output).RootElement;

        Assert.Equal(6, seen.GetProperty("models").GetArrayLength());
        Assert.Equal("demo", seen.GetProperty("family").GetString());
        var answer = seen.GetProperty("answer");
        Assert.Contains("freezes", answer.GetProperty("text").GetString());
        Assert.Equal("stop", answer.GetProperty("last").GetProperty("done_reason").GetString());
        Assert.True(answer.GetProperty("last").GetProperty("eval_duration").GetInt64() > 0);
        Assert.Contains("42", seen.GetProperty("whole").GetString());
        Assert.Contains("42", seen.GetProperty("generated").GetString());
        Assert.NotEmpty(seen.GetProperty("thought").GetProperty("thinking").GetString()!);
        Assert.Equal(["owl:7b", "raven:8b"], Texts(seen, "loaded").Order(StringComparer.Ordinal));
        Assert.Equal("success", Texts(seen, "pulled").Last());
        Assert.Equal("[64,64]", seen.GetProperty("lengths").GetRawText());
        Assert.Equal("success", seen.GetProperty("deleted").GetString());
        Assert.Equal(404, seen.GetProperty("missing").GetProperty("status").GetInt32());
        Assert.Equal("model 'nope' not found", seen.GetProperty("missing").GetProperty("message").GetString());
        Assert.Contains("unexpected EOF", seen.GetProperty("inBand").GetProperty("message").GetString());
        Assert.Contains("Did not receive done", seen.GetProperty("cut").GetProperty("message").GetString());
        Assert.Equal("AbortError", seen.GetProperty("aborted").GetProperty("name").GetString());
        await demo.RequestsAreAsync(requests => requests.GetProperty("aborted").GetInt32() == 1);
    }

    private static IEnumerable<string?> Texts(JsonElement seen, string name) =>
        seen.GetProperty(name).EnumerateArray().Select(text => text.GetString());
}
