using Arena.Core.Battles;
using Arena.Core.Battles.Voting;

namespace Arena.Core.Tests.Battles.Voting;

public sealed class BallotBoxTests
{
    private static readonly MemberId Ada = ArenaDriver.Member(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changing_the_reaction_moves_the_ballot()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();

        Assert.Null(Assert.IsType<CastResult.Counted>(await arena.ReactAsync(battle, Ada, Choice.A)).Replaced);
        var moved = Assert.IsType<CastResult.Counted>(await arena.ReactAsync(battle, Ada, Choice.B));

        Assert.Equal(Choice.A, moved.Replaced);
        Assert.Equal((Ada, Choice.B), (moved.Ballot.Member, moved.Ballot.Choice));
        Assert.Equal(new() { [Ada] = Choice.B }, await arena.BallotsAsync(battle));
    }

    [Fact]
    public async Task Withdrawing_the_latest_falls_back_to_the_latest_that_still_stands()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        foreach (var choice in new[] { Choice.B, Choice.Tie, Choice.A })
            await arena.ReactAsync(battle, Ada, choice);

        var back = Assert.IsType<CastResult.Counted>(await arena.UnreactAsync(battle, Ada, Choice.A));
        Assert.Equal((Choice.Tie, Choice.A), (back.Ballot.Choice, back.Replaced!.Value));
        Assert.IsType<CastResult.Unchanged>(await arena.UnreactAsync(battle, Ada, Choice.B));
        Assert.Equal(new CastResult.Withdrawn(battle.Id, Ada, Choice.Tie), await arena.UnreactAsync(battle, Ada, Choice.Tie));
        Assert.Empty(await arena.BallotsAsync(battle));
        Assert.Equal(6, await arena.QueryAsync<long>("select count(*) from ballot_events"));
    }

    [Fact]
    public async Task The_same_reaction_twice_changes_nothing()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.ReactAsync(battle, Ada, Choice.A);
        await arena.ReactAsync(battle, Ada, Choice.B);

        Assert.Equal(new CastResult.Unchanged(battle.Id, Ada, Choice.B), await arena.ReactAsync(battle, Ada, Choice.A));
        Assert.IsType<CastResult.Unchanged>(await arena.UnreactAsync(battle, Ada, Choice.BothBad));
        Assert.Equal(new() { [Ada] = Choice.B }, await arena.BallotsAsync(battle));
        Assert.Equal(2, await arena.QueryAsync<long>("select count(*) from ballot_events"));
    }

    [Fact]
    public async Task A_reaction_on_a_settled_battle_counts_no_more()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.RevealWithOneBallotAsync(battle);

        Assert.Equal(new CastResult.NotVoting(BattleState.Settled), await arena.ReactAsync(battle, ArenaDriver.Member(2), Choice.B));
        Assert.Equal(new CastResult.NotVoting(BattleState.Settled), await arena.UnreactAsync(battle, Ada, Choice.A));
        Assert.Single(await arena.BallotsAsync(battle));
    }

    [Fact]
    public async Task A_reaction_on_a_message_that_is_no_battle_is_none_of_ours()
    {
        await using var arena = await ArenaDriver.StartAsync();

        Assert.IsType<CastResult.NoSuchBattle>(await arena.Box.CastAsync(new MessageId(1), new Voter(Ada, null), Choice.A, Token));
        await arena.Box.WithdrawAllAsync(new MessageId(1), null, Token);
    }

    [Fact]
    public async Task A_reaction_before_the_vote_is_open_counts_from_the_moment_it_is()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var gate = arena.Host.Holds("fox:1b");
        var battle = await arena.StartBattleAsync();
        await arena.IsShownAsync(battle.Id, BattleState.Generating);

        Assert.Equal(new CastResult.NotVoting(BattleState.Generating), await arena.ReactAsync(battle, Ada, Choice.B));
        Assert.Empty(await arena.BallotsAsync(battle));
        gate.SetResult();

        await Eventually.TrueAsync(async () => (await arena.BallotsAsync(battle)).Count == 1, "the early reaction is counted");
        Assert.Equal(Choice.B, (await arena.BallotsAsync(battle))[Ada]);
    }

    [Fact]
    public async Task A_moderator_who_clears_one_choice_withdraws_those_ballots_and_the_choices_are_offered_again()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        var (bea, cal) = (ArenaDriver.Member(2), ArenaDriver.Member(3));
        await arena.ReactAsync(battle, Ada, Choice.A);
        await arena.ReactAsync(battle, Ada, Choice.B);
        await arena.ReactAsync(battle, bea, Choice.B);
        await arena.ReactAsync(battle, cal, Choice.Tie);

        await arena.Box.WithdrawAllAsync(arena.Screen.Find(battle.Id)!.Id, Choice.B, Token);

        Assert.Equal(
            new Dictionary<MemberId, Choice> { [Ada] = Choice.A, [cal] = Choice.Tie }, await arena.BallotsAsync(battle));
        await arena.VoteIsOpenAsync(battle.Id, offers: 2);

        await arena.Box.WithdrawAllAsync(arena.Screen.Find(battle.Id)!.Id, null, Token);
        Assert.Empty(await arena.BallotsAsync(battle));
    }

    [Fact]
    public async Task The_quorum_is_noticed_after_ballots_were_cleared()
    {
        await using var arena = await ArenaDriver.StartAsync(new BattleOptions { Quorum = 2, Streaming = RevealOfText.Complete });
        var battle = await arena.OpenVoteAsync();
        await arena.ReactAsync(battle, Ada, Choice.A);
        await arena.Box.WithdrawAllAsync(arena.Screen.Find(battle.Id)!.Id, null, Token);
        await arena.Box.CastAsync(arena.Screen.Find(battle.Id)!.Id, new Voter(Ada, null), Choice.B, Token);
        Assert.Equal(BattleState.Voting, (await arena.FindAsync(battle.Id)).State);
        await arena.ReactAsync(battle, ArenaDriver.Member(2), Choice.B);

        await arena.IsShownAsync(battle.Id, BattleState.Settled);
    }

    [Fact]
    public async Task A_thousand_members_at_once_lose_no_ballot()
    {
        await using var arena = await ArenaDriver.StartAsync(new BattleOptions { Quorum = 2_000, Streaming = RevealOfText.Complete });
        var battle = await arena.OpenVoteAsync();
        var message = arena.Screen.Find(battle.Id)!.Id;

        var results = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(number =>
            arena.Box.CastAsync(message, new Voter(ArenaDriver.Member(number), null), (Choice)(number % 4), Token)));

        Assert.All(results, result => Assert.IsType<CastResult.Counted>(result));
        await arena.RevealAsync(battle);
        await arena.IsShownAsync(battle.Id, BattleState.Settled);
        Assert.Equal(new(250, 250, 250, 250), arena.Screen.Find(battle.Id)!.Latest.Tally);
    }
}
