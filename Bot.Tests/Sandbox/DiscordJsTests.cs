using Sandbox;
using static Bot.Tests.Sandbox.SandboxDriver;
using Bot.Tests.House;

namespace Bot.Tests.Sandbox;

/// <summary>Somebody else's client, so that our client and our sandbox do not share one misunderstanding.</summary>
public sealed class DiscordJsTests
{
    private const string Scripts = "Bot.Tests/Sandbox/js";

    [Fact]
    public async Task Discord_js_logs_in_answers_reacts_and_exchanges_files_in_bodies_that_Discord_documents()
    {
        using var traffic = new TrafficFile();
        await using (var sandbox = await StartAsync(new SandboxOptions { TrafficFile = traffic.Path }))
        {
            var run = await NodeScript.RunAsync(Scripts, "discordjs.mjs", [sandbox.Address.GetLeftPart(UriPartial.Authority)], Stop);
            Assert.True(run.ExitCode == 0, run.Output + run.Errors);
            Assert.Equal(
                [
                    "ok logged in", "ok registered commands", "ok deferred and edited", "ok autocompleted", "ok added and saw reactions", "ok answered a button",
                    "ok showed a form", "ok quoted a message and opened a thread", "ok sent and received files", "ok resumed", "ok kept the rate limit", "done",
                ],
                run.Lines);
        }
        // discord.js sends a few fields that the document does not know, such as tts in an edit.
        var report = await OpenApiCheck.EnsureValidAsync(traffic.Path, "discord.js against the sandbox", documentedFieldsOnly: false, Stop);
        Assert.True(report.Requests >= 20, $"only {report.Requests} requests were checked");
    }
}
