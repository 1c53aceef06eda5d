using Arena.Core.Battles;
using Arena.Core.Ratings;

namespace Arena.Core.Tests.Battles;

public sealed class BattleWayTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_battle_goes_from_the_queue_to_the_settlement_and_every_state_is_shown()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.ReactAsync(battle, ArenaDriver.Member(1), Choice.A);
        await arena.ReactAsync(battle, ArenaDriver.Member(2), Choice.A);
        await arena.ReactAsync(battle, ArenaDriver.Member(3), Choice.BothBad);

        Assert.IsType<RevealResult.Revealed>(await arena.RevealAsync(battle));
        await arena.IsShownAsync(battle.Id, BattleState.Settled);

        var shown = arena.Screen.Find(battle.Id)!.Latest;
        Assert.Equal(new Tally(2, 0, 0, 1), shown.Tally);
        Assert.Equal(Verdict.A, shown.Settlement!.Verdict);
        Assert.Equal(SettleCause.Reveal, shown.Settlement.Cause);
        Assert.Equal(battle.ModelA, shown.A.Model!.Tag);
        Assert.Equal(battle.ModelB, shown.B.Model!.Tag);
        Assert.Equal(2, shown.A.Stats!.OutputTokens);
        Assert.True(shown.Settlement.EloA!.Change > 0);
        Assert.Equal(0, shown.Settlement.EloA.Change + shown.Settlement.EloB!.Change, 9);
        var states = arena.Screen.Find(battle.Id)!.Views.Select(view => view.Battle.State).Distinct();
        Assert.Equal(states.Order(), states);
        arena.NothingWarned();
    }

    [Fact]
    public async Task Until_the_reveal_nothing_shown_names_a_model_or_tells_a_time()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();

        Assert.All(arena.Screen.Find(battle.Id)!.Views, view =>
        {
            Assert.Null(view.A.Model ?? view.B.Model);
            Assert.Null(view.A.Stats ?? view.B.Stats);
            Assert.Null(view.Tally);
            Assert.Null(view.Settlement);
        });
    }

    [Fact]
    public async Task The_row_is_there_before_anything_is_posted_and_each_state_before_it_is_shown()
    {
        var stored = new List<(BattleState Shown, string? Stored)>();
        await using var arena = await ArenaDriver.StartAsync();
        arena.Screen.Before = async (what, id) =>
        {
            if (what is "post" or "show")
                stored.Add((default, await arena.QueryAsync<string>($"select state from battles where id = {id}")));
        };
        var battle = await arena.OpenVoteAsync();
        await arena.RevealWithOneBallotAsync(battle);
        await arena.IsShownAsync(battle.Id, BattleState.Settled);

        Assert.Equal("Queued", stored[0].Stored);
        Assert.Equal("Settled", stored[^1].Stored);
        Assert.DoesNotContain(stored, state => state.Stored is null);
    }

    [Fact]
    public async Task The_vote_closes_at_its_closing_time()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.ReactAsync(battle, ArenaDriver.Member(1), Choice.B);
        Assert.Equal(battle.VotingOpenedAt + TimeSpan.FromMinutes(10), battle.ClosesAt);

        arena.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(BattleState.Voting, (await arena.FindAsync(battle.Id)).State);
        arena.Time.Advance(TimeSpan.FromMilliseconds(1));

        await arena.IsShownAsync(battle.Id, BattleState.Settled);
        Assert.Equal(SettleCause.ClosingTime, arena.Screen.Find(battle.Id)!.Latest.Settlement!.Cause);
    }

    [Fact]
    public async Task A_vote_without_a_ballot_settles_and_moves_no_rating()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        arena.Time.Advance(TimeSpan.FromMinutes(10));

        await arena.IsShownAsync(battle.Id, BattleState.Settled);
        var settlement = arena.Screen.Find(battle.Id)!.Latest.Settlement!;
        Assert.Null(settlement.Verdict);
        Assert.Null(settlement.EloA);
        Assert.Equal(0, await arena.QueryAsync<long>("select count(*) from ratings"));
    }

    [Fact]
    public async Task The_quorum_closes_the_vote_at_once()
    {
        await using var arena = await ArenaDriver.StartAsync(new BattleOptions { Quorum = 3, Streaming = RevealOfText.Complete, Seed = 1 });
        var battle = await arena.OpenVoteAsync();
        await arena.ReactAsync(battle, ArenaDriver.Member(1), Choice.A);
        await arena.ReactAsync(battle, ArenaDriver.Member(2), Choice.A);
        await arena.ReactAsync(battle, ArenaDriver.Member(2), Choice.B);
        Assert.Equal(BattleState.Voting, (await arena.FindAsync(battle.Id)).State);

        await arena.ReactAsync(battle, ArenaDriver.Member(3), Choice.Tie);

        await arena.IsShownAsync(battle.Id, BattleState.Settled);
        Assert.Equal(SettleCause.Quorum, arena.Screen.Find(battle.Id)!.Latest.Settlement!.Cause);
        Assert.Equal(new Tally(1, 1, 1, 0), arena.Screen.Find(battle.Id)!.Latest.Tally);
    }

    [Fact]
    public async Task Only_the_starter_and_moderators_reveal_and_not_without_a_ballot()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        var stranger = ArenaDriver.Member(5);

        Assert.IsType<RevealResult.NotYours>(await arena.RevealAsync(battle, stranger));
        Assert.Equal(new RevealResult.TooFewBallots(0, 1), await arena.RevealAsync(battle));
        await arena.ReactAsync(battle, stranger, Choice.Tie);
        Assert.IsType<RevealResult.NotYours>(await arena.RevealAsync(battle, stranger));
        Assert.IsType<RevealResult.Revealed>(await arena.RevealAsync(battle, stranger, isModerator: true));
        Assert.Equal(new RevealResult.NotVoting(BattleState.Settled), await arena.RevealAsync(battle));
        Assert.IsType<RevealResult.Unknown>(await arena.Desk.RevealAsync(new BattleId(99), stranger, true, Token));
    }

    [Fact]
    public async Task Settling_asked_for_ten_times_at_once_happens_once()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.ReactAsync(battle, ArenaDriver.Member(1), Choice.A);

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => arena.RevealAsync(battle)));

        Assert.Single(results.OfType<RevealResult.Revealed>());
        Assert.Equal(9, results.OfType<RevealResult.NotVoting>().Count());
        Assert.Equal(1, await arena.QueryAsync<long>("select max(battles) from ratings"));
        // Two models under two systems: in the server and everywhere, over all categories and in science.
        Assert.Equal(16, await arena.QueryAsync<long>("select count(*) from rating_history"));
    }

    [Fact]
    public async Task Ten_voters_who_change_their_minds_are_counted_once_each_as_they_ended()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        var dice = new Random(7);
        var last = new Dictionary<MemberId, Choice>();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async number =>
        {
            var member = ArenaDriver.Member(number);
            var choices = new List<Choice>();
            lock (dice)
                choices.AddRange(Enumerable.Range(0, 6).Select(_ => (Choice)dice.Next(4)));
            var standing = new List<Choice>();
            foreach (var choice in choices)
            {
                if (standing.Remove(choice))
                    await arena.UnreactAsync(battle, member, choice);
                else
                {
                    standing.Add(choice);
                    await arena.ReactAsync(battle, member, choice);
                }
            }

            lock (last)
            {
                if (standing.Count > 0)
                    last[member] = standing[^1];
            }
        }));

        Assert.Equal(last.OrderBy(entry => entry.Key.Value), (await arena.BallotsAsync(battle)).OrderBy(entry => entry.Key.Value));
        await arena.RevealAsync(battle);
        await arena.IsShownAsync(battle.Id, BattleState.Settled);
        Assert.Equal(last.Count, arena.Screen.Find(battle.Id)!.Latest.Tally!.Value.Counted);
    }

    [Fact]
    public async Task Settlement_instants_strictly_increase_even_while_the_clock_stands_still()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var settled = new List<DateTimeOffset>();
        for (var i = 0; i < 3; i++)
        {
            var battle = await arena.OpenVoteAsync();
            await arena.RevealWithOneBallotAsync(battle);
            settled.Add((await arena.FindAsync(battle.Id)).SettledAt!.Value);
        }

        Assert.Equal(settled.Distinct().Order(), settled);
    }

    [Fact]
    public async Task Sizes_and_the_largest_size_are_stored_with_the_battle()
    {
        await using var arena = await ArenaDriver.StartAsync(prepare: arena => arena.Host.With("elk:70b", 70));
        var battle = await arena.OpenVoteAsync();
        await arena.RevealWithOneBallotAsync(battle);

        Assert.Equal(70, await arena.QueryAsync<double>($"select size_max from battles where id = {battle.Id}"));
        var sizeOfA = arena.Host.Models.Single(model => model.Tag == battle.ModelA).ParametersBillions;
        Assert.Equal(sizeOfA, await arena.QueryAsync<double>($"select size_a from battles where id = {battle.Id}"));
    }
}
