using System.Text;
using System.Text.Json.Nodes;
using static Bot.Tests.Sandbox.SandboxDriver;

namespace Bot.Tests.Sandbox;

public sealed class AccessTests
{
    [Theory]
    [InlineData("", "/users/@me", 401, 0)]
    [InlineData("nobody", "/users/@me", 401, 0)]
    [InlineData("bob", "/gateway/bot", 403, 20002)]
    [InlineData("bot", "/nothing/here", 404, 0)]
    [InlineData("bot", "/channels/5", 404, 10003)]
    [InlineData("bot", "/channels/abc", 400, 50035)]
    [InlineData("bot", "/guilds/5", 404, 10004)]
    [InlineData("bot", "/guilds/1187000000000000000/members/5", 404, 10013)]
    [InlineData("bot", "/channels/1187000000000000101/messages/5", 404, 10008)]
    public async Task Refusals_carry_Discords_codes(string who, string path, int status, int code)
    {
        await using var sandbox = await StartAsync();
        var answer = await sandbox.SendAsync(who, "GET", path);
        Assert.Equal((status, code), ((int)answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_broken_body_and_another_content_type_are_refused()
    {
        await using var sandbox = await StartAsync();
        var path = $"/channels/{ArenaChannel}/messages";
        using var broken = new StringContent("{\"content\": ", Encoding.UTF8, "application/json");
        Assert.Equal(50109, (await sandbox.SendAsync("bob", "POST", path, broken)).Code);
        using var form = new StringContent("content=x", Encoding.UTF8, "text/plain");
        Assert.Equal(50035, (await sandbox.SendAsync("bob", "POST", path, form)).Code);
        using var list = new StringContent("[]", Encoding.UTF8, "application/json");
        Assert.Equal(50035, (await sandbox.SendAsync("bob", "POST", path, list)).Code);
        using var other = new HttpClient();
        using var old = await other.GetAsync(new Uri(sandbox.Address, "/api/v6/users/@me"), Stop);
        Assert.Contains("50041", await old.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Rights_follow_from_roles_and_overwrites()
    {
        await using var sandbox = await StartAsync();
        async Task<int> Say(string who) => (int)(await sandbox.SendAsync(who, "POST", $"/channels/{ArenaChannel}/messages", new JsonObject { ["content"] = "x" })).Status;
        Task Overwrite(string id, int type, string allow, string deny) => sandbox.DoAsync("", "PUT", $"/sandbox/channels/{ArenaChannel}/overwrites/{id}",
            new JsonObject { ["type"] = type, ["allow"] = allow, ["deny"] = deny });
        const string send = "2048";

        await Overwrite(Guild, 0, "0", send);
        Assert.Equal((403, 403, 200), (await Say("bob"), await Say(TheBot), await Say("alice")));
        await sandbox.DoAsync("alice", "PUT", $"/guilds/{Guild}/members/{Bob}/roles/{Moderators}");
        await Overwrite(Moderators, 0, send, "0");
        Assert.Equal((200, 403), (await Say("bob"), await Say("carol")));
        await Overwrite(Bob, 1, "0", send);
        Assert.Equal(403, await Say("bob"));
        await Overwrite(Bob, 1, "0", "1024");
        Assert.Equal(50001, (await sandbox.SendAsync("bob", "GET", $"/channels/{ArenaChannel}/messages")).Code);
    }

    [Fact]
    public async Task The_bot_needs_a_right_for_embeds_and_one_for_files()
    {
        await using var sandbox = await StartAsync();
        await sandbox.DoAsync("", "PUT", $"/sandbox/channels/{ArenaChannel}/overwrites/{Application}", new JsonObject { ["type"] = 1, ["deny"] = $"{1 << 14 | 1 << 15}" });
        var embed = new JsonObject { ["embeds"] = new JsonArray(new JsonObject { ["title"] = "x" }) };
        Assert.Equal(50013, (await sandbox.SendAsync(TheBot, "POST", $"/channels/{ArenaChannel}/messages", embed)).Code);
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1]), "files[0]", "a.txt" } };
        Assert.Equal(50013, (await sandbox.SendAsync(TheBot, "POST", $"/channels/{ArenaChannel}/messages", form)).Code);
    }

    [Fact]
    public async Task Members_made_for_a_test_have_the_age_the_rights_and_the_token_asked_for()
    {
        await using var sandbox = await StartAsync();
        var made = (await sandbox.DoAsync("", "POST", "/sandbox/members", new JsonObject
        {
            ["name"] = "erin", ["created_at"] = "2019-05-06T07:08:09Z", ["joined_at"] = "2020-01-01T00:00:00Z", ["permissions"] = "32",
        })).Json!;

        Assert.Equal("sandbox-erin", (string?)made["token"]);
        var created = DateTimeOffset.FromUnixTimeMilliseconds((long)(ulong.Parse((string)made["user"]!["id"]!) >> 22) + 1420070400000);
        Assert.Equal(new DateTimeOffset(2019, 5, 6, 7, 8, 9, TimeSpan.Zero), created);
        Assert.StartsWith("2020-01-01T00:00:00", (string?)made["member"]!["joined_at"]);
        var mine = (await sandbox.DoAsync("erin", "GET", "/users/@me/guilds")).Json![0]!;
        Assert.Equal(32UL, ulong.Parse((string)mine["permissions"]!) & 32);
        Assert.Equal("USERNAME_TAKEN", (await sandbox.SendAsync("", "POST", "/sandbox/members", new JsonObject { ["name"] = "erin" })).Complaint("name"));
        await sandbox.DoAsync("", "DELETE", $"/sandbox/guilds/{Guild}/members/{made["user"]!["id"]}");
        Assert.Empty((await sandbox.DoAsync("erin", "GET", "/users/@me/guilds")).Json!.AsArray());
    }
}
