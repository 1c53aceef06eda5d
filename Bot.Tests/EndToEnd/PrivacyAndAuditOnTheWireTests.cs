using System.Text;
using System.Text.Json.Nodes;
using Bot.Presentation;

namespace Bot.Tests.EndToEnd;

/// <summary><c>/privacy</c> and <c>/arena audit</c> as a member, a moderator and a moderator of another server meet them.</summary>
public sealed class PrivacyAndAuditOnTheWireTests
{
    [Fact]
    [Presses(ButtonIds.Forget)]
    public async Task A_forgotten_member_keeps_counting_without_a_name_and_is_not_read_back_after_a_kill()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var id = await arena.Bob.IdAsync();
        await arena.Bob.CommandAsync("battle", ("prompt", "Who remembers Bob?"));
        var battle = await arena.Bob.SeeAsync(message => message.IsVoting && message.Content.Contains($"asked by <@{id}>", StringComparison.Ordinal));
        await arena.Bob.ReactAsync(battle, "🇦");
        await arena.Carol.ReactAsync(battle, "🇧");
        await Ballots(arena, "A B");

        await arena.Bob.CommandAsync("privacy show");
        var shown = await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Content.StartsWith("Stored under your Discord id", StringComparison.Ordinal));
        var file = Encoding.UTF8.GetString(await arena.Bob.DownloadAsync((string)shown.Attachments.Single()["url"]!));
        Assert.Equal("Who remembers Bob?", (string?)JsonNode.Parse(file)!["battles started"]![0]!["prompt"]);
        Assert.Equal("A", (string?)JsonNode.Parse(file)!["votes"]![0]!["choice"]);

        await arena.Bob.CommandAsync("privacy forget");
        var asked = await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Offers("Forget me"));
        await arena.Bob.PressAsync(asked, "Forget me");
        await arena.Bob.SeeChangedAsync(asked, message => message.Content == "You are forgotten: 1 vote and 1 battle stay without your id." && message.Buttons.Count == 0);
        await arena.Carol.SeeChangedAsync(battle, message => message.Content.Contains("asked by someone", StringComparison.Ordinal));
        Assert.DoesNotContain(await arena.Carol.MessagesAsync(), message => message.Id == asked.Id || message.Id == shown.Id);

        await arena.KillBotAsync();
        await arena.Dave.ReactAsync(battle, "🤝");     // read at the start, and with it the reaction of Bob that still stands
        await arena.StartBotAsync();
        await Ballots(arena, "A B Tie");
        Assert.Equal(0, arena.Query<long>("select count(*) from ballots where member_id = @id", new { id = long.Parse(id, System.Globalization.CultureInfo.InvariantCulture) }).Single());

        await arena.Bob.PressAsync(battle, "Reveal");
        await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Content == ErrorText.RevealNotYours);
        await arena.Alice.PressAsync(battle, "Reveal");
        await arena.Carol.SeeChangedAsync(battle, message => message.Everything.Contains("1 : 1", StringComparison.Ordinal));
    }

    [Fact]
    [Presses(ButtonIds.Audit)]
    public async Task Who_moderates_no_more_turns_no_page_and_who_moderates_elsewhere_sees_only_their_own_server()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var bob = await arena.Bob.IdAsync();
        var role = (string)(await arena.Alice.PostAsync(
            $"sandbox/guilds/{arena.Alice.Server}/roles", new JsonObject { ["name"] = "Keepers", ["permissions"] = "32", ["members"] = new JsonArray(bob) }))["id"]!;
        await arena.Bob.CommandAsync("arena ban", ("member", await arena.Carol.IdAsync()), ("reason", "votes *for* money"));
        await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Content.Contains("is banned from the arena", StringComparison.Ordinal));

        for (var deeds = 1; deeds <= 10; deeds++)
        {
            if (deeds % 2 == 0)
                await arena.Bob.CommandAsync("arena unban", ("member", await arena.Dave.IdAsync()));
            else
                await arena.Bob.CommandAsync("arena ban", ("member", await arena.Dave.IdAsync()));
            await Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select count(*) from audit where action like 'member.%'").Single() == deeds + 1));
        }

        await arena.Bob.CommandAsync("arena audit");
        var audit = await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Content.StartsWith("**Audit**", StringComparison.Ordinal));
        Assert.Contains($"<@{bob}> lifted the ban of <@{await arena.Dave.IdAsync()}>", audit.Content.Split('\n')[1], StringComparison.Ordinal);
        Assert.DoesNotContain(await arena.Carol.MessagesAsync(), message => message.Id == audit.Id);
        await arena.Bob.PressAsync(audit, "Older");
        audit = await arena.Bob.SeeChangedAsync(audit, message => message.Content.Contains("page 2 of", StringComparison.Ordinal));
        Assert.Contains($"<@{bob}> banned <@{await arena.Carol.IdAsync()}> from the arena here (votes \\*for\\* money)", audit.Content, StringComparison.Ordinal);
        Assert.Contains("on the roster (from the operator's list)", audit.Content, StringComparison.Ordinal);

        await arena.Alice.DeleteAsync($"guilds/{arena.Bob.Server}/members/{bob}/roles/{role}");
        await arena.Bob.PressAsync(audit, "Newer");
        await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Content == ErrorText.OnlyModerators);

        var made = await arena.Carol.PostAsync("sandbox/guilds", new JsonObject { ["name"] = "Elsewhere", ["owner"] = "carol", ["channels"] = new JsonArray("arena") });
        using var there = new MemberClient(arena.Address, "sandbox-carol") { Server = (string)made["id"]!, Channel = (string)made["channels"]![0]!["id"]! };
        await Eventually.TrueAsync(async () => (await there.GetAsync($"guilds/{there.Server}/application-command-index"))["application_commands"]!.AsArray().Count > 0);
        await there.CommandAsync("arena audit");
        var own = await there.SeeAsync(message => message.IsEphemeral);
        Assert.Equal("**Audit**\nNothing was done that this asks for.", own.Content);
    }

    private static Task Ballots(ArenaDriver arena, string choices) => Eventually.TrueAsync(
        () => Task.FromResult(string.Join(' ', arena.Query<string>("select choice from ballots where counted = 1 order by choice")) == choices),
        lastSeen: () => Task.FromResult(string.Join(' ', arena.Query<string>("select choice || counted from ballots order by choice"))));
}
