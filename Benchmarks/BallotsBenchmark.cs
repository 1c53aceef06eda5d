using System.Diagnostics;
using Arena.Core.Battles;
using Arena.Core.Battles.Settling;
using Arena.Core.Battles.Showing;
using Arena.Core.Battles.Voting;
using Arena.Core.Storage;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks;

/// <summary>From a reaction to its durable row, through the ballot box and the one writer, and then settlement.</summary>
internal sealed class BallotsBenchmark : IBenchmark
{
    private const int Battles = 200;
    private const int Models = 8;
    private const int Crowd = 60_000;
    private const int AtOnce = 2_048;
    private const int PacedPerSecond = 1_000;
    private const int PacedSeconds = 5;
    private const long FirstMessage = 1_000;

    public string Name => "ballots";

    public string What => $"{Crowd:N0} ballots on {Battles} open votes, then {PacedPerSecond:N0} a second, then settlement";

    public async Task<IReadOnlyList<Figure>> RunAsync(Action<string> say, CancellationToken cancellationToken)
    {
        await using var arena = await TemporaryArena.OpenAsync(cancellationToken);
        await MadeUpModels.AddAsync(arena.Database, Models, cancellationToken);
        await using var services = Services(arena.Database);
        await OpenVotesAsync(arena.Database, services, cancellationToken);
        var box = services.GetRequiredService<BallotBox>();

        say($"{Crowd:N0} ballots as fast as they go…");
        var perSecond = await RushAsync(box, cancellationToken);
        say($"{PacedPerSecond:N0} ballots a second for {PacedSeconds} seconds…");
        var latencies = await PaceAsync(box, cancellationToken);
        var stored = await arena.Database.Writer.WriteAsync(
            (connection, transaction) => connection.ExecuteScalar<int>("select count(*) from ballots where counted = 1", transaction: transaction),
            cancellationToken);
        say($"Settling {Battles} battles…");
        var settling = await SettleAsync(services.GetRequiredService<Settlements>(), cancellationToken);

        return
        [
            new Figure("ballots_per_second", "ballots made durable in a second", perSecond, AtLeast: 10_000),
            new Figure("p50_ms", $"at {PacedPerSecond:N0} a second: half are durable within", latencies[latencies.Count / 2], "ms"),
            new Figure("p99_ms", $"at {PacedPerSecond:N0} a second: 99 of 100 within", latencies[latencies.Count * 99 / 100], "ms", AtMost: 50),
            new Figure("ballots_lost", "ballots that are not there afterwards", Crowd + PacedPerSecond * PacedSeconds - stored, AtMost: 0),
            new Figure("settle_ms", "settling a battle, mean, one after the other", settling, "ms"),
        ];
    }

    private static ServiceProvider Services(Database database)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IBattleScreen, NoScreen>();
        services.AddSingleton<IMembership, NoMembers>();
        services.AddArenaCore(database, new ArenaCoreOptions());
        return services.BuildServiceProvider();
    }

    private static async Task OpenVotesAsync(Database database, IServiceProvider services, CancellationToken cancellationToken)
    {
        const string battle = """
            insert into battles (id, server_id, channel_id, message_id, starter_id, prompt, source, category, state, model_a, model_b,
                pair_probability, uniform_probability, created_at, voting_opened_at, closes_at, quorum, minimum_ballots)
            values (@Id, 1, 1, @Message, 1, 'Why?', 'Typed', 'coding', 'Voting', @A, @B, 1, 1, @Now, @Now, @Now + 86400000, 1000000, 1)
            """;
        var open = services.GetRequiredService<OpenBattles>();
        await database.Writer.WriteAsync(
            (connection, transaction) =>
            {
                for (var id = 1; id <= Battles; id++)
                {
                    var values = new
                    {
                        Id = id, Message = FirstMessage + id, A = MadeUpModels.Tag(id % Models), B = MadeUpModels.Tag((id + 1) % Models),
                        Now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(),
                    };
                    connection.Execute(battle, values, transaction);
                    open.Open(BattleStore.Find(connection, transaction, new BattleId(id))!);
                }

                return Battles;
            },
            cancellationToken);
    }

    private static async Task<double> RushAsync(BallotBox box, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await Parallel.ForAsync(
            0, Crowd, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (member, token) => await CastAsync(box, member, token));
        return Crowd / clock.Elapsed.TotalSeconds;
    }

    private static async Task<List<double>> PaceAsync(BallotBox box, CancellationToken cancellationToken)
    {
        const int perTick = PacedPerSecond / 100;
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        var casts = new List<Task<double>>();
        for (var member = Crowd; casts.Count < PacedPerSecond * PacedSeconds;)
        {
            await ticks.WaitForNextTickAsync(cancellationToken);
            for (var i = 0; i < perTick; i++)
                casts.Add(MeasureAsync(box, member++, cancellationToken));
        }

        return [.. (await Task.WhenAll(casts)).Order()];
    }

    private static async Task<double> MeasureAsync(BallotBox box, int member, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await CastAsync(box, member, cancellationToken);
        return clock.Elapsed.TotalMilliseconds;
    }

    private static async Task CastAsync(BallotBox box, int member, CancellationToken cancellationToken)
    {
        var message = new MessageId((ulong)(FirstMessage + 1 + member % Battles));
        var result = await box.CastAsync(message, new Voter(new MemberId((ulong)(10_000_000 + member)), null), (Choice)(member % 4), cancellationToken);
        if (result is not CastResult.Counted)
            throw new InvalidOperationException($"A ballot was not counted: {result}");
    }

    private static async Task<double> SettleAsync(Settlements settlements, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        for (var id = 1; id <= Battles; id++)
        {
            var outcome = await settlements.SettleAsync(new BattleId(id), SettleCause.Reveal, cancellationToken);
            if (outcome is not SettleOutcome.Settled)
                throw new InvalidOperationException($"Battle {id} did not settle: {outcome}");
        }

        return clock.Elapsed.TotalMilliseconds / Battles;
    }
}
