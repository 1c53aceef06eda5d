using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using static Bot.Tests.Sandbox.SandboxDriver;

namespace Bot.Tests.Sandbox;

public sealed class AttachmentTests
{
    private static readonly byte[] OnePixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Files_are_listed_with_type_size_and_description_and_served_as_they_came()
    {
        await using var sandbox = await StartAsync();
        var message = await Post(sandbox, """{"content": "x", "attachments": [{"id": 1, "description": "A pixel"}]}""",
            (0, "answer a.md", "# hi"u8.ToArray()), (1, "dot.png", OnePixel));

        var (text, picture) = (message["attachments"]![0]!, message["attachments"]![1]!);
        Assert.Equal("answer_a.md", (string?)text["filename"]);
        Assert.Equal("A pixel", (string?)picture["description"]);
        Assert.Equal((1, 1), ((int)picture["width"]!, (int)picture["height"]!));
        using var http = new HttpClient();
        using var served = await http.GetAsync(new Uri((string)picture["url"]!), Stop);
        Assert.Equal("image/png", served.Content.Headers.ContentType!.MediaType);
        Assert.Equal(OnePixel, await served.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task A_picture_shown_in_an_embed_is_not_listed_apart()
    {
        await using var sandbox = await StartAsync();
        var message = await Post(sandbox, """{"embeds": [{"title": "Board", "image": {"url": "attachment://board.png"}}]}""", (0, "board.png", OnePixel));

        Assert.Empty(message["attachments"]!.AsArray());
        var image = message["embeds"]![0]!["image"]!;
        Assert.StartsWith(sandbox.Address.ToString(), (string?)image["url"]);
        Assert.Equal(1, (int)image["width"]!);
    }

    [Fact]
    public async Task An_edit_keeps_the_attachments_it_names_adds_new_files_and_keeps_all_when_it_names_none()
    {
        await using var sandbox = await StartAsync();
        var message = await Post(sandbox, """{"content": "x"}""", (0, "a.txt", [1]), (1, "b.txt", [2]));
        var path = $"/channels/{ArenaChannel}/messages/{message["id"]}";
        var kept = (string)message["attachments"]![1]!["id"]!;

        var untouched = (await sandbox.DoAsync(TheBot, "PATCH", path, new JsonObject { ["content"] = "y" })).Json!;
        Assert.Equal(2, untouched["attachments"]!.AsArray().Count);
        var payload = new JsonObject { ["attachments"] = new JsonArray(new JsonObject { ["id"] = kept }, new JsonObject { ["id"] = 0, ["filename"] = "c.txt" }) };
        var edited = await sandbox.SendAsync(TheBot, "PATCH", path, Multipart(payload.ToJsonString(), (0, "c.txt", [3])));
        Assert.Equal(["b.txt", "c.txt"], edited.Json!["attachments"]!.AsArray().Select(file => (string?)file!["filename"]));
        var cleared = (await sandbox.DoAsync(TheBot, "PATCH", path, new JsonObject { ["attachments"] = new JsonArray() })).Json!;
        Assert.Empty(cleared["attachments"]!.AsArray());
    }

    [Fact]
    public async Task A_file_over_ten_mebibytes_is_refused()
    {
        await using var sandbox = await StartAsync();
        var answer = await sandbox.SendAsync("bob", "POST", $"/channels/{ArenaChannel}/messages", Multipart("{}", (0, "big.bin", new byte[10 * 1024 * 1024 + 1])));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal(40005, answer.Code);
    }

    [Fact]
    public async Task Everybody_has_a_picture()
    {
        await using var sandbox = await StartAsync();
        var user = (await sandbox.DoAsync("alice", "GET", "/users/@me")).Json!;
        using var http = new HttpClient();
        foreach (var (ending, type) in new[] { ("svg", "image/svg+xml"), ("png", "image/png") })
        {
            using var picture = await http.GetAsync(new Uri(sandbox.Address, $"/avatars/{user["id"]}/{user["avatar"]}.{ending}"), Stop);
            Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
            Assert.Equal(type, picture.Content.Headers.ContentType!.MediaType);
        }
    }

    private static async Task<JsonNode> Post(SandboxDriver sandbox, string payload, params (int Index, string Name, byte[] Bytes)[] files)
    {
        var answer = await sandbox.SendAsync(TheBot, "POST", $"/channels/{ArenaChannel}/messages", Multipart(payload, files));
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return answer.Json!;
    }

    private static MultipartFormDataContent Multipart(string payload, params (int Index, string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(payload, Encoding.UTF8, "application/json"), "payload_json" } };
        foreach (var (index, name, bytes) in files)
        {
            var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(content, $"files[{index}]", name);
        }
        return form;
    }
}
