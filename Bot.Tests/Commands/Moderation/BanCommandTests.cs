using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Arena.Core.Ratings;
using Arena.Core.Servers;
using Bot.Commands;
using Bot.Discord;
using Bot.Presentation;
using Bot.Presentation.Moderation;

namespace Bot.Tests.Commands.Moderation;

public sealed class BanCommandTests
{
    private static readonly Member Bob = new(CommandDriver.Bob, "bob", "Bob | *the* builder", false, Permissions.None, [], null);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_moderator_bans_a_member_and_lets_them_back()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal(
            "<@7> is banned from the arena of this server (spam, *lots*). /arena unban takes it back."
                .Replace("*", "\\*", StringComparison.Ordinal),
            FirstLine(await ModerateAsync(arena, "arena ban", new { member = "7", reason = " spam, *lots* " }, Bob)));
        Assert.True(await arena.Get<BanDesk>().IsBannedAsync(CommandDriver.Home, CommandDriver.Bob, Token));
        Assert.StartsWith("<@7> is banned already, <t:", await ModerateAsync(arena, "arena ban", new { member = "7" }, Bob), StringComparison.Ordinal);

        Assert.Equal("<@7> is not banned any more.", await ModerateAsync(arena, "arena unban", new { member = "7" }));
        Assert.Equal("<@7> is not banned here, so nothing changed.", await ModerateAsync(arena, "arena unban", new { member = "<@7>" }));
        Assert.False(await arena.Get<BanDesk>().IsBannedAsync(CommandDriver.Home, CommandDriver.Bob, Token));
    }

    [Fact]
    public async Task The_moderator_hears_what_becomes_of_votes_that_are_open()
    {
        await using var arena = await CommandDriver.StartAsync();
        var battle = await arena.VotingAsync();
        await arena.Get<BallotBox>().CastAsync(battle.Message!.Value, new Voter(CommandDriver.Bob, null), Choice.A, Token);

        Assert.Equal(
            "<@7> is banned from the arena of this server. 1 vote of theirs in open battles does not count any more. /arena unban takes it back.",
            FirstLine(await ModerateAsync(arena, "arena ban", new { member = "7" }, Bob)));
        Assert.Equal(0, (await arena.TallyAsync(battle.Id.Value)).Counted);
        Assert.Equal(
            "<@7> is not banned any more. 1 vote of theirs in open battles counts again.",
            await ModerateAsync(arena, "arena unban", new { member = "7" }));
        Assert.Equal(1, (await arena.TallyAsync(battle.Id.Value)).Counted);
    }

    [Fact]
    public async Task The_past_votes_of_who_is_banned_are_taken_out_and_put_back()
    {
        await using var arena = await CommandDriver.StartAsync();
        var battle = await arena.VotingAsync();
        await arena.Get<BallotBox>().CastAsync(battle.Message!.Value, new Voter(CommandDriver.Bob, null), Choice.A, Token);
        await arena.PressAsync("reveal:1");
        await arena.UntilAsync(1, found => found.State == BattleState.Settled);
        Task<string> Press(string button) => arena.PressAsync(button, origin => origin with { Member = Moderator });

        Assert.Equal(BanSentences.NotBannedAnyMore(CommandDriver.Bob), await Press("ban-exclude:7"));
        Assert.EndsWith(
            "[Exclude their past votes Danger ban-exclude:7]", await ModerateAsync(arena, "arena ban", new { member = "7" }, Bob), StringComparison.Ordinal);
        Assert.Equal(1, (await arena.TallyAsync(1)).Counted);

        Assert.Equal(
            "1 vote of <@7> in 1 battle is out of the ratings, and all ratings are computed again.\n[Put their votes back Secondary ban-include:7]",
            await Press("ban-exclude:7"));
        Assert.Equal(0, (await arena.TallyAsync(1)).Counted);
        Assert.StartsWith(BanSentences.ExcludedAlready(CommandDriver.Bob), await Press("ban-exclude:7"), StringComparison.Ordinal);
        Assert.EndsWith("computed again.\n[Exclude their past votes Danger ban-exclude:7]", await Press("ban-include:7"), StringComparison.Ordinal);
        await Press("ban-exclude:7");

        Assert.EndsWith(
            "[Put their votes back Secondary ban-include:7]", await ModerateAsync(arena, "arena unban", new { member = "7" }), StringComparison.Ordinal);
        Assert.Equal("1 vote of <@7> in 1 battle is no longer excluded, and all ratings are computed again.", await Press("ban-include:7"));
        Assert.Equal(1, (await arena.TallyAsync(1)).Counted);
        Assert.Equal(BanSentences.NothingExcluded(CommandDriver.Bob), await Press("ban-include:7"));
        Assert.Contains("took votes out of the ratings", await arena.UseAsync("arena audit", but: origin => origin with { Member = Moderator }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Putting_one_members_votes_back_leaves_those_of_another_out()
    {
        await using var arena = await CommandDriver.StartAsync();
        var battle = await arena.VotingAsync();
        var dave = new MemberId(8);
        foreach (var member in new[] { CommandDriver.Bob, dave })
            await arena.Get<BallotBox>().CastAsync(battle.Message!.Value, new Voter(member, null), member == dave ? Choice.B : Choice.A, Token);
        await arena.PressAsync("reveal:1");
        await arena.UntilAsync(1, found => found.State == BattleState.Settled);
        foreach (var id in new[] { "7", "8" })
        {
            await ModerateAsync(arena, "arena ban", new { member = id }, Bob);
            await arena.PressAsync($"ban-exclude:{id}", origin => origin with { Member = Moderator });
        }

        Assert.Equal(new Tally(0, 0, 0, 0), await arena.TallyAsync(1));
        await arena.PressAsync("ban-include:7", origin => origin with { Member = Moderator });

        Assert.Equal(new Tally(1, 0, 0, 0), await arena.TallyAsync(1));
    }

    [Theory]
    [InlineData("ban-exclude:7")]
    [InlineData("ban-include:7")]
    public async Task Members_take_nobodys_votes_out_and_hostile_buttons_nothing(string button)
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal(Told(ErrorText.OnlyModerators), await arena.PressAsync(button));
        Assert.Equal(Told(ErrorText.UnknownButton), await arena.PressAsync(button + "x", origin => origin with { Member = Moderator }));
    }

    [Fact]
    public async Task Who_is_banned_shows_with_the_reason_while_typing_also_who_has_left()
    {
        await using var arena = await CommandDriver.StartAsync();
        await ModerateAsync(arena, "arena ban", new { member = "7", reason = "one\ntwo" }, Bob);
        await ModerateAsync(arena, "arena ban", new { member = "8" });

        Assert.Equal(["8", "Bob | *the* builder: one two"], await TypeAsync(arena, ""));
        Assert.Equal(["Bob | *the* builder: one two"], await TypeAsync(arena, "@bo"));
        Assert.Equal("7", arena.Discord.Suggestions.Last()[0].Value);
        Assert.Empty(await TypeAsync(arena, "carol"));
        await arena.AnswerAsync(arena.Typing("arena", "unban", "member", ""));
        Assert.Empty(arena.Discord.Suggestions.Last());         // a member sees nobody's bans
    }

    [Fact]
    public async Task Neither_moderators_nor_operators_nor_bots_nor_oneself()
    {
        await using var arena = await CommandDriver.StartAsync(new AccessOptions { HomeServer = CommandDriver.Home, Operators = [new MemberId(99)] });
        await arena.Get<ServerSettingsBook>().ChangeAsync(
            CommandDriver.Home, CommandDriver.Alice, rules => rules with { ModeratorRole = new RoleId(5) }, Token);

        Assert.Equal(Told(BanSentences.Yourself), await ModerateAsync(arena, "arena ban", new { member = "4" }, Moderator));
        Assert.Equal(
            Told(BanSentences.Moderator(CommandDriver.Bob)),
            await ModerateAsync(arena, "arena ban", new { member = "7" }, Bob with { Permissions = Permissions.ManageServer }));
        Assert.Equal(
            Told(BanSentences.Moderator(CommandDriver.Bob)),
            await ModerateAsync(arena, "arena ban", new { member = "7" }, Bob with { Roles = [new RoleId(5)] }));
        Assert.Equal(Told(BanSentences.Moderator(new MemberId(99))), await ModerateAsync(arena, "arena ban", new { member = "99" }));
        Assert.Equal(Told(BanSentences.Bot), await ModerateAsync(arena, "arena ban", new { member = "7" }, Bob with { IsBot = true }));
        Assert.Empty(await arena.Get<BanDesk>().ListAsync(CommandDriver.Home, Token));
    }

    [Fact]
    public async Task Members_do_not_ban()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal(Told(ErrorText.OnlyModerators), await arena.UseAsync("arena ban", new { member = "7" }, named: Bob));
        Assert.Equal(Told(ErrorText.OnlyModerators), await arena.UseAsync("arena unban", new { member = "7" }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("bob")]
    [InlineData("<@bob>")]
    [InlineData("99999999999999999999")]
    [InlineData("-7")]
    public async Task What_is_nobody_can_not_be_let_back(string member)
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal(Told(BanSentences.Unknown), await ModerateAsync(arena, "arena unban", new { member }));
    }

    private static Member Moderator => CommandDriver.Member(CommandDriver.Alice, Permissions.ManageServer);

    private static string FirstLine(string told) => told.Split('\n')[0];

    private static string Told(string sentence) => $"(ephemeral)\n{sentence}";

    private static Task<string> ModerateAsync(CommandDriver arena, string command, object options, params Member[] named) =>
        arena.UseAsync(command, options, origin => origin with { Member = Moderator }, named);

    private static async Task<IReadOnlyList<string>> TypeAsync(CommandDriver arena, string typed)
    {
        await arena.AnswerAsync(arena.Typing("arena", "unban", "member", typed, origin => origin with { Member = Moderator }));
        return [.. arena.Discord.Suggestions.Last().Select(choice => choice.Name)];
    }
}
