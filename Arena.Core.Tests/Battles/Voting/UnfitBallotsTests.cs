using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Arena.Core.Servers;

namespace Arena.Core.Tests.Battles.Voting;

/// <summary>Ballots that are kept and not counted because of who cast them.</summary>
public sealed class UnfitBallotsTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly MemberId Ada = ArenaDriver.Member(1);       // an account of the year 2015
    private static readonly MemberId Moderator = ArenaDriver.Member(9);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ballot_of_a_young_account_is_kept_and_not_counted_and_the_result_says_so()
    {
        await using var arena = await StartAsync(rules => rules with { AccountAge = Week });
        var battle = await arena.OpenVoteAsync();
        var young = Account(arena, TimeSpan.FromDays(6));

        var kept = Assert.IsType<CastResult.KeptUncounted>(await arena.ReactAsync(battle, young, Choice.B));
        Assert.Equal((UncountedReason.AccountTooYoung, Choice.B), (kept.Reason, kept.Choice!.Value));
        Assert.IsType<CastResult.Counted>(await arena.ReactAsync(battle, Ada, Choice.A));
        Assert.IsType<RevealResult.Revealed>(await arena.Desk.RevealAsync(battle.Id, Moderator, isModerator: true, Token));
        await arena.IsShownAsync(battle.Id, BattleState.Settled);

        var settlement = arena.Screen.Find(battle.Id)!.Latest.Settlement!;
        Assert.Equal(1, settlement.Tally.Counted);
        Assert.Equal(1, settlement.Tally.A);
        Assert.Equal(new Dictionary<UncountedReason, int> { [UncountedReason.AccountTooYoung] = 1 }, settlement.Uncounted);
    }

    [Fact]
    public async Task Ballots_that_do_not_count_neither_fill_the_quorum_nor_do_for_a_reveal()
    {
        await using var arena = await StartAsync(rules => rules with { AccountAge = Week, Quorum = 2 });
        var battle = await arena.OpenVoteAsync();
        for (var i = 1; i <= 3; i++)
            await arena.ReactAsync(battle, Account(arena, TimeSpan.FromDays(i)), Choice.B);

        Assert.Equal(
            new RevealResult.TooFewBallots(0, 1), await arena.Desk.RevealAsync(battle.Id, Moderator, isModerator: true, Token));
        await arena.ReactAsync(battle, Ada, Choice.A);
        Assert.Equal(BattleState.Voting, (await arena.FindAsync(battle.Id)).State);
        await arena.ReactAsync(battle, ArenaDriver.Member(2), Choice.A);
        await arena.IsShownAsync(battle.Id, BattleState.Settled);
    }

    [Fact]
    public async Task The_age_is_that_of_the_moment_the_ballot_is_cast()
    {
        await using var arena = await StartAsync(rules => rules with { AccountAge = Week, VotingTime = TimeSpan.FromDays(3) });
        var battle = await arena.OpenVoteAsync();
        var young = Account(arena, Week - TimeSpan.FromHours(1));
        await arena.ReactAsync(battle, young, Choice.B);

        arena.Time.Advance(TimeSpan.FromHours(2));
        await arena.Engine.ReconcileAsync(Token);
        Assert.Empty(await arena.BallotsAsync(battle));         // growing older is not voting
        Assert.IsType<CastResult.Counted>(await arena.ReactAsync(battle, young, Choice.A));
        Assert.Equal(new() { [young] = Choice.A }, await arena.BallotsAsync(battle));
    }

    [Fact]
    public async Task Rules_that_change_meanwhile_leave_what_was_cast_as_it_was()
    {
        await using var arena = await StartAsync(rules => rules);
        var battle = await arena.OpenVoteAsync();
        var young = Account(arena, TimeSpan.FromDays(1));
        await arena.ReactAsync(battle, young, Choice.A);
        await arena.ReactAsync(battle, young, Choice.B);
        await SetAsync(arena, rules => rules with { AccountAge = Week });

        Assert.IsType<CastResult.Counted>(await arena.UnreactAsync(battle, young, Choice.B));
        Assert.Equal(new() { [young] = Choice.A }, await arena.BallotsAsync(battle));
        Assert.IsType<CastResult.KeptUncounted>(await arena.ReactAsync(battle, young, Choice.Tie));
    }

    [Fact]
    public async Task Taking_back_one_of_two_reactions_does_not_make_an_unfit_ballot_fit()
    {
        await using var arena = await StartAsync(rules => rules with { AccountAge = Week });
        var battle = await arena.OpenVoteAsync();
        var young = Account(arena, TimeSpan.FromDays(1));
        await arena.ReactAsync(battle, young, Choice.A);
        await arena.ReactAsync(battle, young, Choice.B);

        var kept = Assert.IsType<CastResult.KeptUncounted>(await arena.UnreactAsync(battle, young, Choice.B));
        Assert.Equal((UncountedReason.AccountTooYoung, Choice.A), (kept.Reason, kept.Choice!.Value));
        Assert.Equal(new CastResult.Withdrawn(battle.Id, young, Choice.A), await arena.UnreactAsync(battle, young, Choice.A));
        Assert.Equal(0, await arena.QueryAsync<long>("select count(*) from ballots"));
    }

    [Fact]
    public async Task Who_joined_too_lately_is_judged_by_what_the_reaction_tells()
    {
        await using var arena = await StartAsync(rules => rules with { MembershipAge = Week });
        var battle = await arena.OpenVoteAsync();
        var message = arena.Screen.Find(battle.Id)!.Id;

        var late = await arena.Box.CastAsync(message, new Voter(Ada, arena.Time.GetUtcNow() - TimeSpan.FromDays(6)), Choice.A, Token);
        var early = await arena.Box.CastAsync(message, new Voter(ArenaDriver.Member(2), arena.Time.GetUtcNow() - Week), Choice.A, Token);

        Assert.Equal(UncountedReason.JoinedTooLately, Assert.IsType<CastResult.KeptUncounted>(late).Reason);
        Assert.IsType<CastResult.Counted>(early);
        Assert.Empty(arena.Members.Asked);
    }

    [Fact]
    public async Task Reactions_that_were_missed_are_judged_by_asking_when_their_members_joined()
    {
        await using var arena = await StartAsync(rules => rules with { MembershipAge = Week });
        var battle = await arena.OpenVoteAsync();
        var (old, late, left, stayed) = (ArenaDriver.Member(1), ArenaDriver.Member(2), ArenaDriver.Member(3), ArenaDriver.Member(4));
        foreach (var member in new[] { old, left, stayed })
            arena.Members.Joined[member] = arena.Time.GetUtcNow() - Week;
        arena.Members.Joined[late] = arena.Time.GetUtcNow() - TimeSpan.FromDays(1);
        await arena.ReactAsync(battle, stayed, Choice.A);

        arena.Members.Joined.TryRemove(left, out _);            // leave, each with a reaction that stands
        arena.Members.Joined.TryRemove(stayed, out _);
        foreach (var member in new[] { old, late, left })
            arena.Screen.React(battle.Id, member, Choice.B);
        arena.Members.Asked.Clear();
        await arena.DieAndRestartAsync(run: false);
        await arena.Get<ServerSettingsBook>().LoadAsync(Token);
        arena.Run();
        await arena.VoteIsOpenAsync(battle.Id, offers: 2);
        await Eventually.TrueAsync(async () => await arena.QueryAsync<long>("select count(*) from ballots") == 4, "the reactions were read");

        Assert.Equal(new() { [old] = Choice.B, [stayed] = Choice.A }, await arena.BallotsAsync(battle));
        Assert.Equal(2, await arena.QueryAsync<long>("select count(*) from ballots where reason = 'JoinedTooLately' and unfit = reason"));
        Assert.Equal([old, late, left], arena.Members.Asked.Distinct().OrderBy(member => member.Value));

        arena.Members.Asked.Clear();
        await arena.Engine.ReconcileAsync(Token);
        Assert.Empty(arena.Members.Asked);                      // nothing new stands
    }

    [Fact]
    public async Task While_nobody_can_say_who_joined_when_the_reactions_are_read_again_later()
    {
        await using var arena = await StartAsync(rules => rules with { MembershipAge = Week });
        var battle = await arena.OpenVoteAsync();
        arena.Members.Joined[Ada] = arena.Time.GetUtcNow() - Week;
        arena.Members.Before = () => throw new IOException("scripted: no answer");
        arena.Screen.React(battle.Id, Ada, Choice.A);
        await arena.Engine.ReconcileAsync(Token);
        Assert.Equal(0, await arena.QueryAsync<long>("select count(*) from ballots"));

        arena.Members.Before = () => { };
        await arena.Engine.ReconcileAsync(Token);
        Assert.Equal(new() { [Ada] = Choice.A }, await arena.BallotsAsync(battle));
    }

    [Fact]
    public async Task Several_reactions_that_were_missed_are_uncounted_until_cleared_up_as_before()
    {
        await using var arena = await StartAsync(rules => rules with { AccountAge = Week });
        var battle = await arena.OpenVoteAsync();
        var young = Account(arena, TimeSpan.FromDays(1));
        arena.Screen.React(battle.Id, Ada, Choice.A, Choice.B);
        arena.Screen.React(battle.Id, young, Choice.A, Choice.B);
        await arena.Engine.ReconcileAsync(Token);

        Assert.Equal("SeveralStanding", await arena.QueryAsync<string>($"select reason from ballots where member_id = {Ada}"));
        Assert.Equal("AccountTooYoung", await arena.QueryAsync<string>($"select reason from ballots where member_id = {young}"));
        Assert.IsType<CastResult.Counted>(await arena.UnreactAsync(battle, Ada, Choice.B));
        Assert.IsType<CastResult.KeptUncounted>(await arena.UnreactAsync(battle, young, Choice.B));
        Assert.Equal(new() { [Ada] = Choice.A }, await arena.BallotsAsync(battle));
    }

    private static async Task<ArenaDriver> StartAsync(Func<ServerSettings, ServerSettings> rules)
    {
        var arena = await ArenaDriver.StartAsync();
        await SetAsync(arena, rules);
        return arena;
    }

    private static Task SetAsync(ArenaDriver arena, Func<ServerSettings, ServerSettings> rules) =>
        arena.Get<ServerSettingsBook>().ChangeAsync(ArenaDriver.Server, Moderator, rules, Token);

    private static MemberId Account(ArenaDriver arena, TimeSpan age) => new(Snowflake.First(arena.Time.GetUtcNow() - age));
}
