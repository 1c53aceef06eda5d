using Arena.Core.Battles;

namespace Arena.Core.Tests.Battles;

public sealed class RestartTests
{
    private static readonly MemberId Ada = ArenaDriver.Member(1);
    private static readonly MemberId Bea = ArenaDriver.Member(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_queued_battle_starts_again_and_its_message_says_so()
    {
        await using var arena = await ArenaDriver.StartAsync(prepare: arena => arena.Host.IsDown = true);
        var battle = await arena.StartBattleAsync();
        await arena.IsShownAsync(battle.Id, BattleState.Queued);
        var message = arena.Screen.Find(battle.Id)!.Id;

        await arena.DieAndRestartAsync();
        await Eventually.TrueAsync(() => arena.Screen.Find(battle.Id)!.Latest.Restarted, "the message says that it starts again");
        arena.Host.IsDown = false;
        await PumpUntilVotingAsync(arena, battle);

        Assert.Equal(message, (await arena.FindAsync(battle.Id)).Message);
        Assert.Equal(1, arena.Screen.Messages);
    }

    /// <summary>Commands come as soon as Discord is connected, which may be while the arena still looks for what the last process left.</summary>
    [Fact]
    public async Task Battles_asked_for_while_the_arena_starts_are_answered_once_and_have_not_been_interrupted()
    {
        await using var arena = await ArenaDriver.StartAsync();
        for (var start = 0; start < 20; start++)
        {
            await arena.DieAndRestartAsync(run: false);
            var asked = Enumerable.Range(0, 4).Select(member => Task.Run(
                () => arena.StartBattleAsync(arena.Request($"Start {start}: and {member}?", ArenaDriver.Member(member))), Token)).ToList();
            arena.Run();
            foreach (var battle in await Task.WhenAll(asked))
            {
                await arena.IsStoredAsync(battle.Id, BattleState.Voting);
                Assert.Equal(0, (await arena.FindAsync(battle.Id)).Restarts);
            }

            Assert.Empty(await arena.Desk.WaitingAsync(ArenaDriver.Server, Token));
        }
    }

    [Fact]
    public async Task A_battle_that_died_before_it_was_posted_is_posted_once()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var posted = new TaskCompletionSource();
        arena.Screen.Before = (what, _) => what == "post" ? posted.Task : Task.CompletedTask;
        var battle = await arena.StartBattleAsync();

        await arena.DieAndRestartAsync(run: false);
        arena.Screen.Before = null;
        arena.Run();
        await arena.VoteIsOpenAsync(battle.Id);

        Assert.Equal(1, arena.Screen.Messages);
        posted.SetCanceled(Token);
    }

    [Fact]
    public async Task A_battle_that_died_between_posting_and_storing_the_message_finds_its_message_again()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.Database.Writer.WriteAsync(
            (connection, transaction) =>
            {
                Dapper.SqlMapper.Execute(
                    connection, "update battles set message_id = null, state = 'Queued'; delete from answers", transaction: transaction);
                return 0;
            },
            Token);

        await arena.DieAndRestartAsync();
        await arena.VoteIsOpenAsync(battle.Id, offers: 2);

        Assert.Equal(1, arena.Screen.Messages);
        Assert.Equal(arena.Screen.Find(battle.Id)!.Id, (await arena.FindAsync(battle.Id)).Message);
    }

    [Fact]
    public async Task A_battle_that_was_being_answered_starts_again()
    {
        await using var arena = await ArenaDriver.StartAsync();
        arena.Host.Holds("owl:7b");
        var battle = await arena.StartBattleAsync();
        await arena.IsShownAsync(battle.Id, BattleState.Generating);

        await arena.DieAndRestartAsync(run: false);
        arena.Host.Says("owl:7b", "now it answers");
        arena.Run();
        await arena.VoteIsOpenAsync(battle.Id);

        Assert.True(arena.Screen.Find(battle.Id)!.Latest.Restarted);
        Assert.Equal(2, await arena.QueryAsync<long>("select count(*) from answers"));
    }

    [Fact]
    public async Task An_open_vote_goes_on_with_every_ballot_and_its_choices_are_offered_again()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.ReactAsync(battle, Ada, Choice.A);

        await arena.DieAndRestartAsync();
        await arena.VoteIsOpenAsync(battle.Id, offers: 2);
        await arena.ReactAsync(battle, Bea, Choice.B);

        Assert.Equal(new() { [Ada] = Choice.A, [Bea] = Choice.B }, await arena.BallotsAsync(battle));
        arena.Time.Advance(TimeSpan.FromMinutes(10));
        await arena.IsShownAsync(battle.Id, BattleState.Settled);
        Assert.Equal(2, arena.Screen.Find(battle.Id)!.Latest.Tally!.Value.Counted);
    }

    [Fact]
    public async Task Reactions_that_nobody_heard_are_reconciled()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        var (cal, dan) = (ArenaDriver.Member(3), ArenaDriver.Member(4));
        foreach (var member in new[] { Ada, Bea, cal })
            await arena.ReactAsync(battle, member, Choice.A);

        arena.Screen.React(battle.Id, Ada, Choice.B);           // one new: the choice
        arena.Screen.Unreact(battle.Id, Bea, Choice.A);         // taken back
        arena.Screen.React(battle.Id, dan, Choice.A, Choice.Tie);   // two new: kept, not counted
        await arena.DieAndRestartAsync();
        await Eventually.TrueAsync(
            async () => await arena.QueryAsync<long>($"select count(*) from ballots where member_id = {dan}") == 1, "dan is known");

        Assert.Equal(new() { [Ada] = Choice.B, [cal] = Choice.A }, await arena.BallotsAsync(battle));
        Assert.Equal("SeveralStanding", await arena.QueryAsync<string>($"select reason from ballots where member_id = {dan}"));

        await arena.UnreactAsync(battle, dan, Choice.A);
        Assert.Equal(Choice.Tie, (await arena.BallotsAsync(battle))[dan]);
    }

    [Fact]
    public async Task An_overdue_vote_is_reconciled_and_then_settles_at_once()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.ReactAsync(battle, Ada, Choice.A);

        arena.Screen.React(battle.Id, Bea, Choice.A);
        await arena.DieAndRestartAsync(run: false);
        arena.Time.Advance(TimeSpan.FromHours(1));
        arena.Run();
        await arena.IsShownAsync(battle.Id, BattleState.Settled);

        Assert.Equal(2, arena.Screen.Find(battle.Id)!.Latest.Tally!.Value.A);
    }

    [Fact]
    public async Task A_quorum_that_was_reached_while_nobody_counted_settles()
    {
        await using var arena = await ArenaDriver.StartAsync(new BattleOptions { Quorum = 2, Streaming = RevealOfText.Complete });
        var battle = await arena.OpenVoteAsync();
        await arena.ReactAsync(battle, Ada, Choice.A);
        arena.Screen.React(battle.Id, Bea, Choice.B);

        await arena.DieAndRestartAsync();
        await arena.IsShownAsync(battle.Id, BattleState.Settled);

        Assert.Equal(SettleCause.Quorum, arena.Screen.Find(battle.Id)!.Latest.Settlement!.Cause);
    }

    [Fact]
    public async Task A_settlement_that_was_not_shown_before_the_process_died_is_shown_at_the_next_start()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.ReactAsync(battle, Ada, Choice.B);
        arena.Screen.Before = (what, _) => what == "show" ? Task.Delay(Timeout.Infinite, Token) : Task.CompletedTask;
        await arena.RevealAsync(battle);
        Assert.Equal(BattleState.Voting, arena.Screen.Find(battle.Id)!.Latest.Battle.State);

        await arena.DieAndRestartAsync(run: false);
        arena.Screen.Before = null;
        arena.Run();
        await arena.IsShownAsync(battle.Id, BattleState.Settled);

        Assert.Equal(1, arena.Screen.Find(battle.Id)!.Latest.Tally!.Value.B);
        await Eventually.TrueAsync(
            async () => await arena.QueryAsync<string>("select shown_state from battles") == "Settled", "it is known to be shown");
        var views = arena.Screen.Find(battle.Id)!.Views.Count;
        await arena.DieAndRestartAsync();
        await arena.OpenVoteAsync();
        Assert.Equal(views, arena.Screen.Find(battle.Id)!.Views.Count);     // shown once is enough
    }

    [Fact]
    public async Task A_message_deleted_while_nobody_looked_makes_the_battle_void()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        arena.Screen.Delete(battle.Id);

        await arena.DieAndRestartAsync();
        await arena.IsStoredAsync(battle.Id, BattleState.Void);

        Assert.Equal(VoidReason.MessageDeleted, (await arena.FindAsync(battle.Id)).VoidReason);
    }

    [Fact]
    public async Task An_event_during_the_reading_is_not_overwritten_by_the_older_list()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.ReactAsync(battle, Ada, Choice.A);
        arena.Screen.React(battle.Id, Ada, Choice.B);           // missed
        arena.Screen.Before = async (what, _) =>
        {
            if (what != "read")
                return;
            await arena.ReactAsync(battle, Ada, Choice.Tie);    // not in the list any more
            await arena.ReactAsync(battle, Bea, Choice.BothBad);
        };

        await arena.Engine.ReconcileAsync(Token);

        Assert.Equal(new() { [Ada] = Choice.Tie, [Bea] = Choice.BothBad }, await arena.BallotsAsync(battle));
        arena.Screen.Before = null;
        await arena.Engine.ReconcileAsync(Token);
        Assert.Equal(new() { [Ada] = Choice.Tie, [Bea] = Choice.BothBad }, await arena.BallotsAsync(battle));
    }

    [Fact]
    public async Task Reactions_that_were_not_heard_before_the_closing_time_count_when_it_comes()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.ReactAsync(battle, Ada, Choice.A);
        arena.Screen.React(battle.Id, Bea, Choice.B);           // the gateway is away
        arena.Time.Advance(TimeSpan.FromMinutes(10));
        await arena.IsShownAsync(battle.Id, BattleState.Settled);

        Assert.Equal(new() { [Ada] = Choice.A, [Bea] = Choice.B }, await arena.BallotsAsync(battle));
    }

    [Fact]
    public async Task A_vote_whose_message_can_not_be_read_closes_with_what_is_stored()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.ReactAsync(battle, Ada, Choice.A);
        await arena.DieAndRestartAsync(run: false);
        var reads = 0;
        arena.Screen.Before = (what, _) =>
        {
            if (what != "read")
                return Task.CompletedTask;
            Interlocked.Increment(ref reads);
            throw new IOException("scripted: no answer");
        };
        arena.Time.Advance(TimeSpan.FromHours(1));
        arena.Run();

        await Eventually.TrueAsync(
            () =>
            {
                arena.Time.Advance(TimeSpan.FromSeconds(15));
                return arena.Screen.Find(battle.Id)!.Latest.Battle.State == BattleState.Settled;
            },
            "it settles without the reading");
        Assert.True(reads >= 5);
        Assert.Equal(1, arena.Screen.Find(battle.Id)!.Latest.Tally!.Value.A);
    }

    private static Task PumpUntilVotingAsync(ArenaDriver arena, Battle battle) => Eventually.TrueAsync(
        () =>
        {
            arena.Time.Advance(TimeSpan.FromSeconds(1));
            return arena.Screen.Find(battle.Id)!.Latest.Battle.State == BattleState.Voting;
        },
        "the vote is open");
}
