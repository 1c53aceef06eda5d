using Arena.Core.Battles;
using Arena.Core.Battles.Starting;
using Arena.Core.Inference;
using Arena.Core.Leaderboards;
using Arena.Core.Storage;
using Dapper;

namespace Arena.Core.Tests.Battles;

/// <summary>Two models that a member names: shown with their names, neither voted on nor rated.</summary>
public sealed class DuelTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_duel_is_settled_as_soon_as_both_have_answered()
    {
        await using var arena = await ArenaDriver.StartAsync();

        var duel = await DuelAsync(arena, "owl:7b", "fox:1b");
        await arena.IsShownAsync(duel.Id, BattleState.Settled);

        var over = await arena.FindAsync(duel.Id);
        Assert.Equal((BattleKind.Duel, "owl:7b", "fox:1b", SettleCause.Answered), (over.Kind, over.ModelA, over.ModelB, over.SettleCause));
        var message = arena.Screen.Find(duel.Id)!;
        Assert.Equal(0, message.Offers);
        Assert.DoesNotContain(message.Views, view => view.Battle.State == BattleState.Voting);
        Assert.All(message.Views, view => Assert.Equal(("owl:7b", "fox:1b"), (view.A.Model?.Tag, view.B.Model?.Tag)));
        Assert.Equal("Hello, you asked: Why is the sky blue?", message.Latest.A.Text);
        Assert.NotNull(message.Latest.A.Stats);
        arena.NothingWarned();
    }

    [Fact]
    public async Task Tags_are_found_however_they_are_spelled()
    {
        await using var arena = await ArenaDriver.StartAsync(prepare: arena => arena.Host.With("newt:latest"));

        Assert.Equal("newt:latest", (await DuelAsync(arena, " newt ", "FOX:1b")).ModelA);
    }

    [Fact]
    public async Task Whom_nobody_knows_can_not_duel_and_nobody_duels_with_itself()
    {
        await using var arena = await ArenaDriver.StartAsync();

        Assert.Equal(new StartResult.UnknownModel("owl:7bb", "owl:7b"), await arena.Desk.StartDuelAsync(arena.Request(), "fox:1b", "owl:7bb", Token));
        Assert.Equal(new StartResult.UnknownModel("", null), await arena.Desk.StartDuelAsync(arena.Request(), "", "owl:7b", Token));
        Assert.Equal(new StartResult.SameModelTwice("fox:1b"), await arena.Desk.StartDuelAsync(arena.Request(), "fox:1b", "fox:1b", Token));
        Assert.Equal(0, await arena.QueryAsync<int>("select count(*) from battles"));
    }

    [Fact]
    public async Task A_retired_model_may_duel_since_no_rating_moves()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.Keeping.RetireAsync("fox:1b", ArenaDriver.Alice, Token);

        var duel = await DuelAsync(arena, "fox:1b", "owl:7b");

        await arena.IsShownAsync(duel.Id, BattleState.Settled);
    }

    [Fact]
    public async Task Who_is_benched_or_removed_may_not_and_an_age_restricted_one_only_where_that_is_allowed()
    {
        await using var arena = await ArenaDriver.StartAsync(prepare: arena => arena.Host.With("cat:2b").With("dog:2b").With("eel:2b"));
        await WriteAsync(arena, "update models set benched_at = 1 where tag = 'cat:2b'");
        await WriteAsync(arena, "insert into servers (id, first_seen_at) values (100, 1)");
        await WriteAsync(arena, "insert into server_benches (server_id, tag, benched_at, benched_by) values (100, 'dog:2b', 1, 1)");
        await WriteAsync(arena, "update models set age_restricted = 1 where tag = 'eel:2b'");
        await WriteAsync(arena, "update models set removed_at = 1, status = 'Retired' where tag = 'owl:7b'");

        Task<StartResult> Duel(string other, bool restricted = false) =>
            arena.Desk.StartDuelAsync(arena.Request() with { IsAgeRestricted = restricted }, "fox:1b", other, Token);

        Assert.Equal(new StartResult.ModelBenched("cat:2b"), await Duel("cat:2b"));
        Assert.Equal(new StartResult.ModelBenched("dog:2b"), await Duel("dog:2b"));
        Assert.Equal(new StartResult.ModelAgeRestricted("eel:2b"), await Duel("eel:2b"));
        Assert.IsType<StartResult.UnknownModel>(await Duel("owl:7b"));
        Assert.IsType<StartResult.Started>(await Duel("eel:2b", restricted: true));
    }

    [Fact]
    public async Task A_duel_shows_text_as_it_comes_though_battles_are_paced()
    {
        await using var arena = await ArenaDriver.StartAsync(new BattleOptions { Streaming = RevealOfText.Paced, SidesAtOnce = true });
        var held = arena.Host.Holds("fox:1b");

        var duel = await DuelAsync(arena, "fox:1b", "owl:7b");

        await Eventually.TrueAsync(
            () =>
            {
                arena.Time.Advance(TimeSpan.FromMilliseconds(200));
                return arena.Screen.Find(duel.Id)?.Latest is { A.Text.Length: 0, B.Text.Length: > 0 };
            },
            "the faster side is visible, and nothing of the slower one");
        held.SetResult();
        await Eventually.TrueAsync(
            () =>
            {
                arena.Time.Advance(TimeSpan.FromMilliseconds(200));
                return arena.Screen.Find(duel.Id)!.Latest.Battle.State == BattleState.Settled;
            },
            "the duel is settled");
    }

    [Fact]
    public async Task A_duel_that_waits_is_cancelled_like_a_battle_and_a_restart_takes_it_up_again()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var held = arena.Host.Holds("fox:1b");
        var cancelled = await DuelAsync(arena, "fox:1b", "owl:7b");
        await arena.IsShownAsync(cancelled.Id, BattleState.Generating);
        Assert.IsType<CancelResult.Cancelled>(await arena.Desk.CancelAsync(cancelled.Id, ArenaDriver.Alice, isModerator: false, Token));
        await arena.IsShownAsync(cancelled.Id, BattleState.Void);

        var duel = await DuelAsync(arena, "fox:1b", "owl:7b");
        await arena.IsShownAsync(duel.Id, BattleState.Generating);
        await arena.DieAndRestartAsync(run: false);
        arena.Host.Says("fox:1b", "At last.");
        arena.Run();
        await arena.IsShownAsync(duel.Id, BattleState.Settled);

        Assert.Equal("At last.", arena.Screen.Find(duel.Id)!.Latest.A.Text);
        Assert.True(arena.Screen.Find(duel.Id)!.Latest.Restarted);
        held.TrySetResult();
    }

    [Fact]
    public async Task A_duel_whose_model_fails_is_void()
    {
        await using var arena = await ArenaDriver.StartAsync();
        arena.Host.Fails("owl:7b", ModelHostFailure.ModelFailed);

        var duel = await DuelAsync(arena, "fox:1b", "owl:7b");

        await arena.IsShownAsync(duel.Id, BattleState.Void);
    }

    [Fact]
    public async Task Nothing_can_be_voted_on_or_revealed()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var duel = await DuelAsync(arena, "fox:1b", "owl:7b");
        await arena.IsShownAsync(duel.Id, BattleState.Settled);

        await arena.ReactAsync(duel, ArenaDriver.Member(1), Choice.A);

        Assert.IsType<RevealResult.NotVoting>(await arena.RevealAsync(duel));
        Assert.Equal(0, await arena.QueryAsync<int>("select count(*) from ballots"));
    }

    [Fact]
    public async Task A_duel_leaves_no_trace_but_itself()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.RevealWithOneBallotAsync(await arena.OpenVoteAsync());
        var scope = new Scope(ArenaDriver.Server, null);
        var tablesBefore = await TablesAsync(arena);
        var memberBefore = await arena.Get<MemberReader>().SummaryAsync(ArenaDriver.Alice, scope, Token);
        var statusBefore = await arena.Desk.StatusAsync(ArenaDriver.Server, Token);

        var duel = await DuelAsync(arena, "fox:1b", "owl:7b");
        await arena.IsShownAsync(duel.Id, BattleState.Settled);

        var tables = await TablesAsync(arena);
        Assert.Equal(["answers", "battles"], tables.Keys.Where(table => tables[table] != tablesBefore[table]).Order());
        var member = await arena.Get<MemberReader>().SummaryAsync(ArenaDriver.Alice, scope, Token);
        Assert.Equal((memberBefore.Started, memberBefore.AsOf), (member.Started, member.AsOf));
        Assert.Equal(statusBefore.Settled, (await arena.Desk.StatusAsync(ArenaDriver.Server, Token)).Settled);
        Assert.False((await arena.Get<RatingRecompute>().RunAsync(Token)).Differed);
    }

    private static async Task<Battle> DuelAsync(ArenaDriver arena, string a, string b) =>
        Assert.IsType<StartResult.Started>(await arena.Desk.StartDuelAsync(arena.Request(), a, b, Token)).Battle;

    private static Task WriteAsync(ArenaDriver arena, string sql) =>
        arena.Database.Writer.WriteAsync((connection, transaction) => connection.Execute(sql, transaction: transaction), Token);

    // Each table's rows as one text; sequences only count.
    private static async Task<Dictionary<string, string>> TablesAsync(ArenaDriver arena)
    {
        await using var connection = await arena.Database.OpenReadAsync(Token);
        var tables = await connection.QueryAsync<string>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'");
        var rows = new Dictionary<string, string>();
        foreach (var table in tables)
        {
            rows[table] = string.Join(
                '\n', (await connection.QueryAsync($"select * from {table}")).Select(row => string.Join('|', ((IDictionary<string, object>)row).Values)));
        }

        return rows;
    }
}
