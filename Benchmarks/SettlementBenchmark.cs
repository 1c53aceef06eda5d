using System.Data;
using System.Diagnostics;
using Arena.Core.Battles;
using Arena.Core.Battles.Settling;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Storage;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace Benchmarks;

/// <summary>Settling battles through the store, and what it costs to bring a large official board up to date afterwards.</summary>
internal sealed class SettlementBenchmark : IBenchmark
{
    private const int Stored = 1_000_000;
    private const int Models = 100;
    private const int Settled = 2_000;
    private const int AtOnce = 64;
    private const int Rounds = 7;
    private const int PerRound = 100;
    private const long FirstVote = 10_000_000;

    public string Name => "settlement";

    public string What => $"{Settled:N0} settlements, and the board of {Models} models with {Stored:N0} battles brought up to date";

    public async Task<IReadOnlyList<Figure>> RunAsync(Action<string> say, CancellationToken cancellationToken)
    {
        await using var arena = await TemporaryArena.OpenAsync(cancellationToken);
        say($"Writing {Stored:N0} battles…");
        await MadeUpModels.AddAsync(arena.Database, Models, cancellationToken);
        await arena.Database.Writer.WriteAsync((connection, transaction) => Fill(connection, transaction), cancellationToken);

        var live = new LiveBoards(new BoardStore(arena.Database), new BradleyTerryOptions(), TimeProvider.System, NullLogger<LiveBoards>.Instance);
        say("Reading all battles and fitting them…");
        var clock = Stopwatch.StartNew();
        await live.CurrentAsync(Scope.Everywhere, cancellationToken);
        var first = clock.Elapsed.TotalMilliseconds;

        say($"Settling {Settled:N0} battles…");
        var (perSecond, committed) = await SettleAsync(arena.Database, live, cancellationToken);
        var board = new LiveBoard(Scope.Everywhere, new BoardStore(arena.Database), new BradleyTerryOptions(), TimeProvider.System);
        await board.RefreshAsync(TimeSpan.Zero, cancellationToken);
        var (refresh, fit) = await RefreshAsync(arena.Database, board, say, cancellationToken);

        return
        [
            new Figure("settlements_per_second", $"battles settled in a second, {AtOnce} at once, with Elo and Score in two scopes", perSecond),
            new Figure("commits_per_second", "the bound: empty transactions made durable in a second", committed),
            new Figure("first_ms", "the first look at the board: every battle read, summed up and fitted", first, "ms"),
            new Figure("refresh_ms", $"bringing it up to date by {PerRound} battles, median", refresh, "ms", AtMost: 1000),
            new Figure("fit_ms", "the bound: fitting its sums, median", fit, "ms"),
            new Figure("refresh_to_fit", "bringing up to date to fitting, a ratio", refresh / fit, AtMost: 5),
        ];
    }

    private static async Task<(double PerSecond, double Commits)> SettleAsync(Database database, LiveBoards live, CancellationToken cancellationToken)
    {
        var replay = new RatingReplay(
            database, new EloOptions(), new BradleyTerryOptions(), live, TimeProvider.System, NullLogger<RatingReplay>.Instance);
        var store = new SettlementStore(database, replay, new EloOptions());
        await database.Writer.WriteAsync((connection, transaction) => OpenVotes(connection, transaction, 0, Settled), cancellationToken);
        var clock = Stopwatch.StartNew();
        await Parallel.ForAsync(0, Settled, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (i, token) =>
        {
            var outcome = await store.SettleAsync(new BattleId(FirstVote + i), SettleCause.Reveal, TimeProvider.System.GetUtcNow(), token);
            if (outcome is not SettleOutcome.Settled)
                throw new InvalidOperationException($"Battle {FirstVote + i} did not settle: {outcome}");
        });
        var perSecond = Settled / clock.Elapsed.TotalSeconds;

        const int commits = 100;
        clock.Restart();
        for (var i = 0; i < commits; i++)
            await database.Writer.WriteAsync((connection, transaction) => connection.Execute("update servers set first_seen_at = @i", new { i }, transaction), cancellationToken);
        return (perSecond, commits / clock.Elapsed.TotalSeconds);
    }

    private static async Task<(double Refresh, double Fit)> RefreshAsync(
        Database database, LiveBoard board, Action<string> say, CancellationToken cancellationToken)
    {
        var (refresh, fit) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            say($"Round {round + 1} of {Rounds}…");
            await database.Writer.WriteAsync((connection, transaction) => Put(connection, transaction, Stored + 1 + round * PerRound, PerRound), cancellationToken);
            board.Mark();
            var clock = Stopwatch.StartNew();
            var fresh = await board.RefreshAsync(TimeSpan.Zero, cancellationToken);
            refresh.Add(clock.Elapsed.TotalMilliseconds);
            clock.Restart();
            var again = BradleyTerry.Fit(fresh.Sums, new BradleyTerryOptions(), cancellationToken);
            fit.Add(clock.Elapsed.TotalMilliseconds);
            if (again.Battles != Stored + Settled + (round + 1) * PerRound)
                throw new InvalidOperationException($"There are {again.Battles} battles in the board.");
        }

        return (refresh.Order().ElementAt(Rounds / 2), fit.Order().ElementAt(Rounds / 2));
    }

    private static int Fill(IDbConnection connection, IDbTransaction transaction)
    {
        connection.Execute("insert into servers (id, first_seen_at) values (1, 0) on conflict do nothing", transaction: transaction);
        return Put(connection, transaction, 1, Stored);
    }

    private static int Put(IDbConnection connection, IDbTransaction transaction, int from, int count)
    {
        // Battles settle after all that there are; each has one ballot for A, B or neither.
        connection.Execute(
            """
            with recursive n(i) as (select @from union all select i + 1 from n where i + 1 < @from + @count),
                last(at) as (select coalesce(max(settled_at), 0) from battles)
            insert into battles (id, server_id, channel_id, starter_id, prompt, source, state, model_a, model_b, pair_probability,
                uniform_probability, created_at, quorum, minimum_ballots, settled_at, settle_cause, verdict, size_a, size_b, size_max)
            select i, 1, 1, 1, 'Why?', 'Typed', 'Settled', @prefix || (i * 7919 % @models) || @suffix,
                @prefix || ((i * 7919 + 1 + i / 7 % (@models - 1)) % @models) || @suffix, 1, 1, 0, 25, 1, at + i - @from + 1, 'Reveal',
                case i * 31 % 3 when 0 then 'A' when 1 then 'B' else 'Tie' end, 7, 7, 14 from n, last;
            """,
            new { from, count, models = Models, prefix = MadeUpModels.Prefix, suffix = MadeUpModels.Suffix }, transaction, commandTimeout: 0);
        return connection.Execute(
            """
            insert into ballots (battle_id, member_id, choice, counted, reason, cast_at)
            select id, 1, case verdict when 'A' then 'A' when 'B' then 'B' else 'Tie' end, 1, null, 0
            from battles where id between @from and @to
            """,
            new { from, to = from + count - 1 }, transaction, commandTimeout: 0);
    }

    private static int OpenVotes(IDbConnection connection, IDbTransaction transaction, int from, int count)
    {
        const string vote = """
            insert into battles (id, server_id, channel_id, starter_id, prompt, source, state, model_a, model_b, pair_probability,
                uniform_probability, created_at, voting_opened_at, closes_at, quorum, minimum_ballots)
            values (@Id, 1, 1, 1, 'Why?', 'Typed', 'Voting', @A, @B, 1, 1, 0, 0, 0, 25, 1);
            insert into ballots (battle_id, member_id, choice, counted, reason, cast_at) values (@Id, 1, 'A', 1, null, 0);
            """;
        return connection.Execute(
            vote,
            Enumerable.Range(from, count).Select(i => new { Id = FirstVote + i, A = MadeUpModels.Tag(i % Models), B = MadeUpModels.Tag((i + 1) % Models) }),
            transaction);
    }
}
