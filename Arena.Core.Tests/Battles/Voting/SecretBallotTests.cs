using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Arena.Core.Servers;

namespace Arena.Core.Tests.Battles.Voting;

/// <summary>Votes by buttons that nobody else sees.</summary>
public sealed class SecretBallotTests
{
    private static readonly MemberId Ada = ArenaDriver.Member(1);
    private static readonly MemberId Bea = ArenaDriver.Member(2);
    private static readonly MemberId Moderator = ArenaDriver.Member(9);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_press_is_a_ballot_another_changes_it_and_the_same_again_takes_it_back()
    {
        await using var arena = await StartAsync();
        var battle = await OpenVoteAsync(arena);

        Assert.Null(Assert.IsType<CastResult.Counted>(await PressAsync(arena, battle, Ada, Choice.A)).Replaced);
        Assert.Equal(Choice.A, Assert.IsType<CastResult.Counted>(await PressAsync(arena, battle, Ada, Choice.BothBad)).Replaced);
        Assert.Equal(new() { [Ada] = Choice.BothBad }, await arena.BallotsAsync(battle));

        Assert.Equal(new CastResult.Withdrawn(battle.Id, Ada, Choice.BothBad), await PressAsync(arena, battle, Ada, Choice.BothBad));
        Assert.Equal(0, await arena.QueryAsync<long>("select count(*) from ballots"));
        Assert.IsType<CastResult.Counted>(await PressAsync(arena, battle, Ada, Choice.B));
        Assert.Equal(
            "Added A, Withdrawn A, Added BothBad, Withdrawn BothBad, Added B",
            await arena.QueryAsync<string>("select group_concat(kind || ' ' || choice, ', ') from (select * from ballot_events order by seq)"));
    }

    [Fact]
    public async Task Many_presses_at_once_leave_one_ballot()
    {
        await using var arena = await StartAsync();
        var battle = await OpenVoteAsync(arena);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            arena.Box.ChooseAsync(battle.Id, new Voter(Ada, null), (Choice)(i % 4), Token)));

        Assert.Single(await arena.BallotsAsync(battle));
        Assert.Equal(1, await arena.QueryAsync<long>("select count(*) from ballots"));
    }

    [Fact]
    public async Task Nothing_is_offered_on_the_message_and_nothing_that_stands_there_counts()
    {
        await using var arena = await StartAsync();
        var battle = await OpenVoteAsync(arena);
        await PressAsync(arena, battle, Ada, Choice.A);

        Assert.Equal(new CastResult.OtherWay(IsSecret: true), await arena.ReactAsync(battle, Bea, Choice.B));
        Assert.Equal(new CastResult.OtherWay(IsSecret: true), await arena.UnreactAsync(battle, Ada, Choice.A));
        await arena.Box.WithdrawAllAsync(battle.Message!.Value, null, Token);
        arena.Screen.React(battle.Id, Bea, Choice.B);
        await arena.Engine.ReconcileAsync(Token);

        Assert.Equal(new() { [Ada] = Choice.A }, await arena.BallotsAsync(battle));
        Assert.Equal(0, arena.Screen.Find(battle.Id)!.Offers);
    }

    [Fact]
    public async Task Until_the_end_nothing_that_is_shown_depends_on_the_ballots()
    {
        await using var arena = await StartAsync();
        var battle = await OpenVoteAsync(arena);
        await PressAsync(arena, battle, Ada, Choice.A);
        Assert.All(arena.Screen.Find(battle.Id)!.Views, view => Assert.Null(view.Tally));

        Assert.IsType<RevealResult.Revealed>(await arena.Desk.RevealAsync(battle.Id, Moderator, isModerator: true, Token));
        await arena.IsShownAsync(battle.Id, BattleState.Settled);
        Assert.Equal(1, arena.Screen.Find(battle.Id)!.Latest.Tally!.Value.A);
        Assert.Equal(new CastResult.NotVoting(BattleState.Settled), await PressAsync(arena, battle, Bea, Choice.B));
    }

    [Fact]
    public async Task The_quorum_closes_it()
    {
        await using var arena = await StartAsync(rules => rules with { SecretBallot = true, Quorum = 2 });
        var battle = await OpenVoteAsync(arena);
        await PressAsync(arena, battle, Ada, Choice.A);
        await PressAsync(arena, battle, Bea, Choice.B);

        await arena.IsShownAsync(battle.Id, BattleState.Settled);
    }

    [Fact]
    public async Task Ballots_and_the_way_of_voting_outlive_the_process_and_a_change_of_the_rules()
    {
        await using var arena = await StartAsync();
        var battle = await OpenVoteAsync(arena);
        await PressAsync(arena, battle, Ada, Choice.A);
        await SetAsync(arena, rules => rules with { SecretBallot = false });
        arena.Screen.React(battle.Id, Bea, Choice.B);
        await arena.DieAndRestartAsync();
        await arena.Engine.ReconcileAsync(Token);

        Assert.Equal(new() { [Ada] = Choice.A }, await arena.BallotsAsync(battle));
        Assert.IsType<CastResult.Counted>(await PressAsync(arena, battle, Ada, Choice.Tie));
        Assert.Equal(new() { [Ada] = Choice.Tie }, await arena.BallotsAsync(battle));
        Assert.False((await arena.OpenVoteAsync()).IsSecret);
    }

    [Fact]
    public async Task An_overdue_vote_settles_at_the_start_with_what_was_pressed()
    {
        await using var arena = await StartAsync();
        var battle = await OpenVoteAsync(arena);
        await PressAsync(arena, battle, Ada, Choice.B);
        await arena.DieAndRestartAsync(run: false);
        arena.Time.Advance(TimeSpan.FromHours(1));
        arena.Run();
        await arena.IsShownAsync(battle.Id, BattleState.Settled);

        Assert.Equal(1, arena.Screen.Find(battle.Id)!.Latest.Tally!.Value.B);
    }

    [Fact]
    public async Task The_rules_of_who_counts_are_the_same()
    {
        await using var arena = await StartAsync(rules => rules with { SecretBallot = true, AccountAge = TimeSpan.FromDays(7) });
        var battle = await OpenVoteAsync(arena);
        var young = new MemberId(Snowflake.First(arena.Time.GetUtcNow()));

        var kept = Assert.IsType<CastResult.KeptUncounted>(await PressAsync(arena, battle, young, Choice.A));
        Assert.Equal((UncountedReason.AccountTooYoung, Choice.A), (kept.Reason, kept.Choice!.Value));
        Assert.Empty(await arena.BallotsAsync(battle));
        await PressAsync(arena, battle, Ada, Choice.A);
        await arena.Get<BanDesk>().BanAsync(ArenaDriver.Server, Ada, "ada", null, Moderator, Token);
        Assert.Empty(await arena.BallotsAsync(battle));
        Assert.Equal(
            UncountedReason.Banned, Assert.IsType<CastResult.KeptUncounted>(await PressAsync(arena, battle, Ada, Choice.B)).Reason);
    }

    [Fact]
    public async Task Where_votes_are_reactions_a_press_says_so()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();

        Assert.Equal(new CastResult.OtherWay(IsSecret: false), await PressAsync(arena, battle, Ada, Choice.A));
        Assert.IsType<CastResult.NoSuchBattle>(
            await arena.Box.ChooseAsync(new BattleId(77), new Voter(Ada, null), Choice.A, Token));
    }

    private static async Task<ArenaDriver> StartAsync(Func<ServerSettings, ServerSettings>? rules = null)
    {
        var arena = await ArenaDriver.StartAsync();
        await SetAsync(arena, rules ?? (of => of with { SecretBallot = true }));
        return arena;
    }

    private static Task SetAsync(ArenaDriver arena, Func<ServerSettings, ServerSettings> rules) =>
        arena.Get<ServerSettingsBook>().ChangeAsync(ArenaDriver.Server, Moderator, rules, Token);

    private static async Task<Battle> OpenVoteAsync(ArenaDriver arena)
    {
        var battle = await arena.StartBattleAsync();
        await arena.IsShownAsync(battle.Id, BattleState.Voting);
        return await arena.FindAsync(battle.Id);
    }

    /// <summary>A press by somebody who has seen what came of the one before.</summary>
    private static Task<CastResult> PressAsync(ArenaDriver arena, Battle battle, MemberId member, Choice choice)
    {
        arena.Time.Advance(TimeSpan.FromMilliseconds(5));
        return arena.Box.ChooseAsync(battle.Id, new Voter(member, null), choice, Token);
    }
}
