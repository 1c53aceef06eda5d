using Arena.Core.Battles;
using Arena.Core.Battles.Starting;
using Arena.Core.Battles.Voting;
using Dapper;

namespace Arena.Core.Tests.Battles;

public sealed class BattleDeskTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("  \n\t  ")]
    [InlineData("\u200b\u202e")]
    [InlineData("\u0000\u0007")]
    public async Task A_prompt_of_which_nothing_can_be_seen_is_refused(string prompt)
    {
        await using var arena = await ArenaDriver.StartAsync();

        Assert.IsType<StartResult.PromptEmpty>(await arena.Desk.StartAsync(arena.Request(prompt), Token));
        Assert.Equal(0, await arena.QueryAsync<long>("select count(*) from battles"));
    }

    [Fact]
    public async Task A_prompt_over_the_limit_is_refused_with_the_limit_named()
    {
        await using var arena = await ArenaDriver.StartAsync();

        Assert.Equal(
            new StartResult.PromptTooLong(2_000, 4_000), await arena.Desk.StartAsync(arena.Request(new string('x', 4_000)), Token));
        Assert.IsType<StartResult.Started>(await arena.Desk.StartAsync(arena.Request(new string('x', 2_000)), Token));
    }

    [Theory]
    [InlineData("?")]
    [InlineData("hello @everyone")]
    [InlineData("```\nunclosed")]
    [InlineData("abc \u202e def")]
    public async Task A_strange_prompt_reaches_the_models_as_it_is(string prompt)
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync(arena.Request(prompt));

        Assert.Equal(prompt, battle.Prompt);
        Assert.EndsWith(prompt, arena.Screen.Find(battle.Id)!.Latest.A.Text);
    }

    [Fact]
    public async Task Fewer_than_two_active_models_make_no_battle()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.Keeping.RetireAsync("fox:1b", ArenaDriver.Alice, Token);

        Assert.Equal(new StartResult.TooFewModels(1), await arena.Desk.StartAsync(arena.Request(), Token));
    }

    [Fact]
    public async Task An_unknown_category_is_refused()
    {
        await using var arena = await ArenaDriver.StartAsync();

        Assert.IsType<StartResult.UnknownCategory>(
            await arena.Desk.StartAsync(arena.Request() with { Category = "'; drop table battles" }, Token));
    }

    [Fact]
    public async Task A_member_and_a_server_may_have_only_so_many_waiting()
    {
        await using var arena = await ArenaDriver.StartAsync(
            new BattleOptions { WaitingPerMember = 2, WaitingPerServer = 3, Streaming = RevealOfText.Complete },
            arena => arena.Host.IsDown = true);
        var bea = ArenaDriver.Member(2);

        // At once, so that the limits must hold where it is stored.
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => arena.Desk.StartAsync(arena.Request(), Token)));
        Assert.Equal(2, results.OfType<StartResult.Started>().Count());
        Assert.Equal(4, results.OfType<StartResult.MemberHasTooManyWaiting>().Count());
        Assert.IsType<StartResult.Started>(await arena.Desk.StartAsync(arena.Request(starter: bea), Token));
        Assert.Equal(new StartResult.ServerHasTooManyWaiting(3), await arena.Desk.StartAsync(arena.Request(starter: bea), Token));
        Assert.IsType<StartResult.Started>(await arena.Desk.StartAsync(arena.Request(server: new ServerId(7)), Token));
    }

    [Fact]
    public async Task A_waiting_battle_is_cancelled_by_its_starter_or_a_moderator_only()
    {
        await using var arena = await ArenaDriver.StartAsync(prepare: arena => arena.Host.IsDown = true);
        var (first, second) = (await arena.StartBattleAsync(), await arena.StartBattleAsync());
        var stranger = ArenaDriver.Member(3);
        await arena.IsShownAsync(first.Id, BattleState.Queued);  // one that is cancelled before it is posted is never shown

        Assert.IsType<CancelResult.NotYours>(await arena.Desk.CancelAsync(first.Id, stranger, false, Token));
        Assert.Equal(
            VoidReason.Cancelled,
            Assert.IsType<CancelResult.Cancelled>(await arena.Desk.CancelAsync(first.Id, first.Starter, false, Token)).Battle.VoidReason);
        Assert.IsType<CancelResult.Cancelled>(await arena.Desk.CancelAsync(second.Id, stranger, true, Token));
        Assert.Equal(new CancelResult.NotWaiting(BattleState.Void), await arena.Desk.CancelAsync(second.Id, stranger, true, Token));
        Assert.IsType<CancelResult.Unknown>(await arena.Desk.CancelAsync(new BattleId(77), stranger, true, Token));
        await arena.IsShownAsync(first.Id, BattleState.Void);
        Assert.Empty(await arena.Desk.WaitingAsync(ArenaDriver.Server, Token));
    }

    [Fact]
    public async Task Cancelling_while_the_models_answer_stops_them_and_the_next_battle_goes_on()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var gate = arena.Host.Holds("fox:1b");
        var battle = await arena.StartBattleAsync();
        await arena.IsShownAsync(battle.Id, BattleState.Generating);
        await Eventually.TrueAsync(() => arena.Host.Asked.Contains("fox:1b"), "the model is asked");

        Assert.IsType<CancelResult.Cancelled>(await arena.Desk.CancelAsync(battle.Id, battle.Starter, false, Token));
        await arena.IsShownAsync(battle.Id, BattleState.Void);
        Assert.False(gate.Task.IsCompleted);

        arena.Host.Says("fox:1b", "free again");
        await arena.OpenVoteAsync();
        Assert.Equal(BattleState.Void, arena.Screen.Find(battle.Id)!.Latest.Battle.State);
    }

    [Fact]
    public async Task An_open_vote_can_not_be_cancelled()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();

        Assert.Equal(
            new CancelResult.NotWaiting(BattleState.Voting), await arena.Desk.CancelAsync(battle.Id, battle.Starter, true, Token));
    }

    [Fact]
    public async Task A_battle_whose_message_is_deleted_while_voting_is_void_and_counts_no_more()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.ReactAsync(battle, ArenaDriver.Member(1), Choice.A);
        var message = battle.Message!.Value;

        arena.Screen.Delete(battle.Id);
        await arena.Desk.MessageDeletedAsync(message, Token);

        Assert.Equal(VoidReason.MessageDeleted, (await arena.FindAsync(battle.Id)).VoidReason);
        Assert.Equal(new CastResult.NotVoting(BattleState.Void), await arena.Box.CastAsync(message, new Voter(ArenaDriver.Member(2), null), Choice.A, Token));
        Assert.Equal(new RevealResult.NotVoting(BattleState.Void), await arena.RevealAsync(battle));
        Assert.Equal(0, await arena.QueryAsync<long>("select count(*) from ratings"));
        await Eventually.TrueAsync(
            async () => await arena.QueryAsync<string>("select shown_state from battles") == "Void", "nothing is left to show");
    }

    [Fact]
    public async Task A_vote_that_can_not_be_closed_at_its_time_is_closed_as_soon_as_it_can()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        arena.Screen.Delete(battle.Id);
        await WriteAsync("create trigger broken before update of state on battles begin select raise(abort, 'broken'); end");
        arena.Time.Advance(TimeSpan.FromMinutes(10));
        await Eventually.TrueAsync(() => arena.Log.Warnings.Any(line => line.Contains("could not be closed yet", StringComparison.Ordinal)), "it is said");

        await WriteAsync("drop trigger broken");

        await Eventually.TrueAsync(
            async () =>
            {
                arena.Time.Advance(TimeSpan.FromSeconds(15));
                return (await arena.FindAsync(battle.Id)).VoidReason == VoidReason.MessageDeleted;
            },
            "it is closed");

        Task WriteAsync(string sql) => arena.Database.Writer.WriteAsync((connection, _) => connection.Execute(sql), Token);
    }

    [Fact]
    public async Task A_deleted_settled_message_changes_nothing()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.RevealWithOneBallotAsync(battle);

        await arena.Desk.MessageDeletedAsync(battle.Message!.Value, Token);

        Assert.Equal(BattleState.Settled, (await arena.FindAsync(battle.Id)).State);
    }

    [Fact]
    public async Task A_deleted_channel_makes_its_battles_void()
    {
        await using var arena = await ArenaDriver.StartAsync(prepare: arena => arena.Host.IsDown = true);
        var here = await arena.StartBattleAsync();
        var there = await arena.StartBattleAsync(arena.Request() with { Channel = new ChannelId(555) });

        await arena.Desk.ChannelDeletedAsync(ArenaDriver.Channel, Token);

        Assert.Equal(VoidReason.ChannelDeleted, (await arena.FindAsync(here.Id)).VoidReason);
        Assert.Equal(BattleState.Queued, (await arena.FindAsync(there.Id)).State);
    }

    [Fact]
    public async Task A_battle_that_can_not_be_posted_is_void_after_some_tries()
    {
        await using var arena = await ArenaDriver.StartAsync();
        arena.Screen.Before = (what, _) => what == "post" ? throw new IOException("scripted: not allowed") : Task.CompletedTask;
        var battle = await arena.StartBattleAsync();

        await Eventually.TrueAsync(
            async () =>
            {
                arena.Time.Advance(TimeSpan.FromSeconds(5));
                return (await arena.FindAsync(battle.Id)).State == BattleState.Void;
            },
            "it is void");
        Assert.Equal(VoidReason.NotPosted, (await arena.FindAsync(battle.Id)).VoidReason);
    }

    [Fact]
    public async Task The_status_counts_what_goes_on()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.OpenVoteAsync();
        await arena.RevealWithOneBallotAsync(await arena.OpenVoteAsync());
        arena.Host.IsDown = true;
        await arena.StartBattleAsync();

        var status = await arena.Desk.StatusAsync(ArenaDriver.Server, Token);
        Assert.Equal((1, 1, 1L, 2), (status.Queued + status.Generating, status.Voting, status.Settled, status.ActiveModels));
        Assert.False(status.Fleet.IsReachable);
        Assert.Equal(0, (await arena.Desk.StatusAsync(new ServerId(1), Token)).Voting);
    }

    [Fact]
    public async Task The_library_gives_a_channel_what_it_has_not_had_last()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var last = "";
        for (var i = 0; i < 6; i++)
        {
            var drawn = (await arena.Desk.DrawPromptAsync(ArenaDriver.Server, ArenaDriver.Channel, null, false, Token))!;
            Assert.NotEqual(last, drawn.Text);
            await arena.OpenVoteAsync(arena.Request(drawn.Text) with { Source = PromptSource.Library, Category = drawn.Category });
            last = drawn.Text;
        }
    }

    [Fact]
    public async Task Places_in_the_queue_are_shown_and_move_up()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var gate = arena.Host.Holds("fox:1b");
        var first = await arena.StartBattleAsync();
        await arena.IsShownAsync(first.Id, BattleState.Generating);
        var second = await arena.StartBattleAsync();
        var third = Assert.IsType<StartResult.Started>(await arena.Desk.StartAsync(arena.Request(), Token));
        Assert.Equal(2, third.Place);
        await Eventually.TrueAsync(() => arena.Screen.Find(third.Battle.Id)?.Latest.QueuePlace == 2, "it is second");

        await arena.Desk.CancelAsync(second.Id, second.Starter, false, Token);
        await Eventually.TrueAsync(() => arena.Screen.Find(third.Battle.Id)!.Latest.QueuePlace == 1, "it is next");
        gate.SetResult();
    }

    [Fact]
    public async Task Paced_answers_appear_at_one_pace_and_are_whole_in_the_end()
    {
        await using var arena = await ArenaDriver.StartAsync(new BattleOptions { Seed = 1 });
        var (fox, owl) = (new string('f', 600), new string('o', 100) + new string('p', 600));
        arena.Host.Says("fox:1b", fox);
        arena.Host.Says("owl:7b", owl);
        var battle = await arena.StartBattleAsync();
        await Eventually.TrueAsync(
            () =>
            {
                arena.Time.Advance(TimeSpan.FromMilliseconds(200));
                return arena.Screen.Find(battle.Id) is { Offers: > 0 };
            },
            "the vote is open");

        var views = arena.Screen.Find(battle.Id)!.Views.Where(view => view.Battle.State == BattleState.Generating).ToList();
        Assert.NotEmpty(views);
        Assert.All(views.Where(view => !view.A.IsComplete && !view.B.IsComplete), view => Assert.Equal(view.A.Text.Length, view.B.Text.Length));
        Assert.Equal(new[] { 600, 700 }, new[] { views[^1].A.Text.Length, views[^1].B.Text.Length }.Order());
    }
}
