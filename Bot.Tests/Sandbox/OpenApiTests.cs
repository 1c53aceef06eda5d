using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Sandbox;
using static Bot.Tests.Sandbox.SandboxDriver;

namespace Bot.Tests.Sandbox;

public sealed class OpenApiTests
{
    [Fact]
    public async Task Every_answer_fits_Discords_OpenAPI_document()
    {
        using var traffic = new TrafficFile();
        var time = new ManualTime();
        await using (var sandbox = await StartAsync(new SandboxOptions { TrafficFile = traffic.Path, Time = time }))
            await new GrandTour(sandbox, time).GoAsync();

        var report = await OpenApiCheck.EnsureValidAsync(traffic.Path, "every endpoint of the sandbox", documentedFieldsOnly: true, Stop);
        Assert.True(report.Responses >= 80, $"only {report.Responses} answers were checked");
    }

    [Theory]
    [InlineData("""{"method":"GET","template":"/users/@me","request":null,"status":200,"response":{"id":"1"}}""", "must have required property")]
    [InlineData("""{"method":"GET","template":"/nothing","request":null,"status":200,"response":{}}""", "no such operation")]
    [InlineData("""{"method":"POST","template":"/channels/{channel_id}/messages","request":{"contnet":"x"},"status":200,"response":{}}""", "must NOT have additional properties")]
    [InlineData("""{"method":"POST","template":"/channels/{channel_id}/messages","request":{"embeds":[{"title":"x","colour":1}]},"status":200,"response":{}}""", "must NOT have additional properties")]
    [InlineData("""{"method":"GET","template":"/gateway/bot","request":null,"status":200,"response":{"url":"no address","shards":1,"session_start_limit":{"total":1,"remaining":1,"reset_after":0,"max_concurrency":1}}}""", "format")]
    [InlineData("""{"method":"PUT","template":"/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me","request":null,"status":204,"response":{"x":1}}""", "a body where none is documented")]
    public async Task The_check_finds_what_does_not_fit(string line, string complaint)
    {
        using var traffic = new TrafficFile();
        await File.WriteAllTextAsync(traffic.Path, line + "\n", Stop);
        var report = await OpenApiCheck.ReadAsync(traffic.Path, documentedFieldsOnly: true, Stop);
        Assert.Contains(report.Violations, violation => violation.Contains(complaint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_exchange_of_the_bot_is_a_line_and_members_leave_none()
    {
        using var traffic = new TrafficFile();
        await using (var sandbox = await StartAsync(new SandboxOptions { TrafficFile = traffic.Path }))
        {
            await sandbox.SayAsync("bob", "unseen");
            await sandbox.SayAsync(TheBot, "seen");
            using var form = new MultipartFormDataContent
            {
                { new StringContent("""{"content": "file"}""", Encoding.UTF8, new MediaTypeHeaderValue("application/json")), "payload_json" },
                { new ByteArrayContent([1]), "files[0]", "a.txt" },
            };
            await sandbox.SendAsync(TheBot, "POST", $"/channels/{ArenaChannel}/messages", form);
            await sandbox.SendAsync(TheBot, "GET", "/channels/5?with=query");
            var counted = (await sandbox.DoAsync("", "GET", "/sandbox/traffic")).Json!;
            Assert.Equal(3, (int)counted["total"]!);
        }
        var lines = (await File.ReadAllLinesAsync(traffic.Path, Stop)).Select(line => JsonNode.Parse(line)!).ToList();

        Assert.Equal(3, lines.Count);
        Assert.Equal(("POST", "/channels/{channel_id}/messages", "seen", 200),
            ((string?)lines[0]["method"], (string?)lines[0]["template"], (string?)lines[0]["request"]!["content"], (int)lines[0]["status"]!));
        Assert.Equal(("multipart/form-data", "file"), ((string?)lines[1]["requestContentType"], (string?)lines[1]["request"]!["content"]));
        Assert.Equal(("/channels/5?with=query", 404, 10003), ((string?)lines[2]["path"], (int)lines[2]["status"]!, (int)lines[2]["response"]!["code"]!));
    }
}
