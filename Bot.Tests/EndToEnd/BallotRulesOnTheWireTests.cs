using Bot.Presentation;
using Microsoft.Playwright;
using static Bot.Tests.Page.Browser;
using static Microsoft.Playwright.Assertions;

namespace Bot.Tests.EndToEnd;

/// <summary>Whose ballots count, who is kept out, and votes that nobody sees: as members and moderators meet them.</summary>
public sealed class BallotRulesOnTheWireTests
{
    private const string Week = "7.00:00:00";

    [Fact]
    public async Task A_young_account_votes_and_the_result_tells_that_it_is_not_counted()
    {
        await using var arena = await ArenaDriver.StartWithRulesAsync(("account age", Week));
        var young = await arena.NewMemberAsync("young");
        var old = await arena.NewMemberAsync("old", TimeProvider.System.GetUtcNow().AddDays(-8));
        var battle = await arena.BattleAsync();
        await young.ReactAsync(battle, "🇦");
        await old.ReactAsync(battle, "🇧");
        await Ballots(arena, "A AccountTooYoung, B counts");

        await arena.Alice.PressAsync(battle, "Reveal");
        var settled = await arena.Alice.SeeChangedAsync(battle, message => message.Offers("New battle"));
        Assert.Contains("**B won**, 1 : 0", settled.Everything, StringComparison.Ordinal);
        Assert.Contains("1 vote is not counted: from an account that is too young.", settled.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_joined_too_lately_is_found_out_also_for_votes_that_came_while_the_bot_was_away()
    {
        await using var arena = await ArenaDriver.StartWithRulesAsync(("membership age", Week));
        var (heard, missed, left) = (await arena.NewMemberAsync("heard"), await arena.NewMemberAsync("missed"), await arena.NewMemberAsync("left"));
        var battle = await arena.BattleAsync();
        await heard.ReactAsync(battle, "🇦");
        await arena.Bob.ReactAsync(battle, "🇦");
        await Ballots(arena, "A JoinedTooLately, A counts");

        await arena.KillBotAsync();
        await missed.ReactAsync(battle, "👎");
        await arena.Carol.ReactAsync(battle, "🇧");
        await left.ReactAsync(battle, "🤝");
        await arena.Alice.DeleteAsync($"sandbox/guilds/{arena.Alice.Server}/members/{await left.IdAsync()}");
        await arena.StartBotAsync();

        await Ballots(arena, "A JoinedTooLately, A counts, B counts, BothBad JoinedTooLately, Tie JoinedTooLately");
        await arena.Alice.PressAsync(battle, "Reveal");
        var settled = await arena.Alice.SeeChangedAsync(battle, message => message.Offers("New battle"));
        Assert.Contains("3 votes are not counted: from members who joined too lately.", settled.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_banned_member_neither_starts_battles_nor_counts_until_they_are_let_back()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.BattleAsync();
        await arena.Bob.ReactAsync(battle, "🇦");
        await Ballots(arena, "A counts");
        var bob = await arena.Bob.IdAsync();

        await arena.Alice.CommandAsync("arena ban", ("member", bob), ("reason", "Votes by a script."));
        await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Content.Contains("1 vote of theirs in open battles does not count any more", StringComparison.Ordinal));
        await Ballots(arena, "A Banned");
        await arena.Bob.CommandAsync("battle", ("prompt", "May I?"));
        await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Content.Contains("banned", StringComparison.Ordinal));
        await arena.Bob.ReactAsync(battle, "🇧");
        await Ballots(arena, "B Banned");
        await arena.KillBotAsync();
        await arena.Bob.ReactAsync(battle, "👎");
        await arena.StartBotAsync();
        await Ballots(arena, "BothBad Banned");

        await arena.Alice.CommandAsync("arena unban", ("member", bob));
        await Ballots(arena, "BothBad counts");
        Assert.Equal(
            ["member.banned", "member.unbanned"], arena.Query<string>("select action from audit where action like 'member.%' order by id"));
    }

    [Fact]
    [Presses(ButtonIds.BanExclude, ButtonIds.BanInclude)]
    public async Task The_past_votes_of_a_banned_member_leave_the_ratings_and_come_back()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.BattleAsync();
        await arena.Bob.ReactAsync(battle, "🇦");
        await arena.Carol.ReactAsync(battle, "🇧");
        await Ballots(arena, "A counts, B counts");
        await arena.Alice.PressAsync(battle, "Reveal");
        await arena.Alice.SeeChangedAsync(battle, message => message.Offers("New battle"));
        var before = Ratings(arena);

        await arena.Alice.CommandAsync("arena ban", ("member", await arena.Bob.IdAsync()));
        var banned = await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Offers("Exclude their past votes"));
        await arena.Alice.PressAsync(banned, "Exclude their past votes");
        var excluded = await arena.Alice.SeeChangedAsync(banned, message => message.Offers("Put their votes back"));
        Assert.Contains("1 vote of", excluded.Content, StringComparison.Ordinal);
        await Ballots(arena, "A Excluded, B counts");
        Assert.NotEqual(before, Ratings(arena));
        await arena.Carol.SeeChangedAsync(battle, message => message.Everything.Contains("1 vote is not counted", StringComparison.Ordinal));

        await arena.Alice.PressAsync(excluded, "Put their votes back");
        await arena.Alice.SeeChangedAsync(banned, message => message.Content.Contains("no longer excluded", StringComparison.Ordinal) && message.Offers("Exclude their past votes"));
        Assert.Equal(before, Ratings(arena));
        Assert.Equal(["ballots.excluded", "ballots.restored"], arena.Query<string>("select action from audit where action like 'ballots.%' order by id"));
    }

    [Fact]
    public async Task Members_can_not_ban_and_moderators_can_not_be_banned()
    {
        await using var arena = await ArenaDriver.StartAsync();

        // Discord does not show it to them; whoever gets past that is told by the bot.
        var shown = (await arena.Bob.GetAsync($"guilds/{arena.Bob.Server}/application-command-index"))["application_commands"]!.AsArray();
        Assert.DoesNotContain(shown, command => (string?)command!["name"] == "arena");
        await arena.Alice.CommandAsync("arena ban", ("member", await arena.Alice.IdAsync()));
        await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Content.StartsWith("You can not ban yourself.", StringComparison.Ordinal));
        Assert.Equal(0, arena.Query<long>("select count(*) from bans").Single());
    }

    [Fact]
    [Presses(ButtonIds.Vote)]
    public async Task A_secret_ballot_shows_nothing_until_the_end_and_survives_a_kill()
    {
        await using var arena = await ArenaDriver.StartWithRulesAsync(("secret ballot", "on"));
        var battle = await SecretBattleAsync(arena);
        await arena.Bob.PressAsync(battle, "A");
        await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Content == "Your vote: 🇦 A. Press another to change it, or the same again to take it back.");
        await arena.Carol.PressAsync(battle, "A");
        await arena.Dave.ReactAsync(battle, "🇧");
        await Ballots(arena, "A counts, A counts");

        await arena.KillBotAsync();
        arena.SetRules(("secret ballot", "off"));
        await arena.StartBotAsync();
        await arena.Bob.PressAsync(battle, "Both bad");
        await Ballots(arena, "A counts, BothBad counts");
        await arena.Carol.PressAsync(battle, "A");
        await Ballots(arena, "BothBad counts");
        await arena.Carol.PressAsync(battle, "Tie");
        await Ballots(arena, "BothBad counts, Tie counts");

        var open = (await arena.Dave.MessagesAsync()).Single(message => message.Id == battle.Id);
        Assert.Equal(["🇧"], open.Reactions);                     // Dave's own; the bot offers none
        Assert.Equal(battle.Embeds.Select(embed => embed.ToJsonString()), open.Embeds.Select(embed => embed.ToJsonString()));
        Assert.DoesNotContain(await arena.Dave.MessagesAsync(), message => message.Content.StartsWith("Your vote", StringComparison.Ordinal));

        await arena.FaultAsync(new() { ["kind"] = "delay", ["milliseconds"] = 4_000, ["method"] = "PATCH", ["route"] = "/channels/{channel_id}/messages/{message_id}" });
        await arena.Alice.PressAsync(battle, "Reveal");
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<string>("select state from battles").Single() == "Settled"));
        await arena.Dave.PressAsync(battle, "A");                 // the buttons still stand
        await arena.Dave.SeeAsync(message => message.IsEphemeral && message.Content == "This battle is settled already.");
        var settled = await arena.Alice.SeeChangedAsync(battle, message => message.Offers("New battle"));
        Assert.Contains("**Nobody won**, 0 : 0, with 1 tie and 1 vote that both are bad", settled.Everything, StringComparison.Ordinal);
        Assert.False(settled.IsSecretVoting);
        await Ballots(arena, "BothBad counts, Tie counts");
    }

    [Fact]
    public async Task In_a_secret_ballot_who_does_not_count_is_told_at_once()
    {
        await using var arena = await ArenaDriver.StartWithRulesAsync(("secret ballot", "on"), ("membership age", Week));
        var late = await arena.NewMemberAsync("late");
        var battle = await SecretBattleAsync(arena);

        await late.PressAsync(battle, "B");

        await late.SeeAsync(message => message.IsEphemeral
            && message.Content.StartsWith("Your vote: 🇧 B. It is kept, but not counted: votes count here from members", StringComparison.Ordinal));
        await Ballots(arena, "B JoinedTooLately");
    }

    [Fact]
    public async Task A_person_votes_on_the_page_by_a_button()
    {
        await using var browser = await LaunchAsync();
        await using var arena = await ArenaDriver.StartWithRulesAsync(("secret ballot", "on"));
        var seen = await SecretBattleAsync(arena);
        var page = await browser.OpenAsync(arena.Address, "bob");
        var battle = Message(page, seen.Id);

        await battle.GetByRole(AriaRole.Button, new() { Name = "Both bad" }).ClickAsync();
        await Expect(page.GetByText("Your vote: 👎 both bad.")).ToBeVisibleAsync();
        await Ballots(arena, "BothBad counts");
        await arena.Alice.PressAsync(seen, "Reveal");
        await Expect(battle).ToContainTextAsync("1 vote that both are bad");
        await Expect(battle.GetByRole(AriaRole.Button, new() { Name = "Both bad" })).ToHaveCountAsync(0);
    }

    private static async Task<SeenMessage> SecretBattleAsync(ArenaDriver arena)
    {
        await arena.Alice.CommandAsync("battle", ("prompt", "Which is heavier, a pound of feathers or a pound of lead?"));
        return await arena.Alice.SeeAsync(message => message.IsSecretVoting);
    }

    /// <summary>Waits until the ballots are these, each choice with why it does not count.</summary>
    private static IReadOnlyList<(string, string, double)> Ratings(ArenaDriver arena) => arena.Query<(string, string, double)>(
        "select system, tag, rating from ratings where system in ('Score', 'Elo') and category = '' order by system, tag, server_id");

    private static Task Ballots(ArenaDriver arena, string ballots)
    {
        return Eventually.TrueAsync(() => Task.FromResult(Stored() == ballots), lastSeen: () => Task.FromResult(Stored()));

        string Stored() => string.Join(", ", arena.Query<string>("select choice || ' ' || coalesce(reason, 'counts') as line from ballots order by line"));
    }
}
