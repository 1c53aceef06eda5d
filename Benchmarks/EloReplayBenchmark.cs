using System.Data;
using System.Diagnostics;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Storage;
using Dapper;

namespace Benchmarks;

/// <summary>What computing all Elo ratings again costs beside reading what they are computed from.</summary>
internal sealed class EloReplayBenchmark : IBenchmark
{
    private const int Battles = 200_000;
    private const int Models = 100;
    private const int Rounds = 5;

    public string Name => "elo-replay";

    public string What => $"replay Elo from {Battles:N0} stored battles of {Models} models";

    public async Task<IReadOnlyList<Figure>> RunAsync(Action<string> say, CancellationToken cancellationToken)
    {
        await using var arena = await TemporaryArena.OpenAsync(cancellationToken);
        say($"Writing {Battles:N0} battles…");
        await MadeUpModels.AddAsync(arena.Database, Models, cancellationToken);
        await arena.Database.Writer.WriteAsync((connection, transaction) => Fill(connection, transaction), cancellationToken);

        var store = new ComparisonStore(arena.Database);
        var (read, replay, numbered) = (double.MaxValue, double.MaxValue, double.MaxValue);
        IReadOnlyList<Comparison> battles = [];
        for (var round = 1; round <= Rounds; round++)
        {
            say($"Round {round} of {Rounds}…");
            var clock = Stopwatch.StartNew();
            battles = await store.ReadAsync(Scope.Everywhere, null, withStyles: false, cancellationToken);
            read = Math.Min(read, clock.Elapsed.TotalMilliseconds);
            clock.Restart();
            var ratings = EloReplay.Run(battles, new EloOptions());
            replay = Math.Min(replay, clock.Elapsed.TotalMilliseconds);
            var table = ComparisonTable.Of(battles);
            clock.Restart();
            EloReplay.Run(table, new EloOptions());
            numbered = Math.Min(numbered, clock.Elapsed.TotalMilliseconds);
            if (ratings.Count != Models)
                throw new InvalidOperationException($"{ratings.Count} models were rated, not {Models}.");
        }

        return
        [
            new Figure("battles", "counted battles", battles.Count),
            new Figure("read_ms", "reading them with their ballots, best of five", read, "ms"),
            new Figure("replay_ms", "replaying them, best of five", replay, "ms"),
            new Figure("replay_to_read", "replay to reading, a ratio", replay / read, AtMost: 1),
            new Figure("battles_per_second", "battles replayed in a second", battles.Count / replay * 1000),
            new Figure("rows_per_second", "the same as numbered rows, replayed in a second", battles.Count / numbered * 1000, AtLeast: 20e6),
        ];
    }

    private static int Fill(IDbConnection connection, IDbTransaction transaction)
    {
        var random = new Random(1);
        const string battle = """
            insert into battles (id, server_id, channel_id, starter_id, prompt, source, state, model_a, model_b, pair_probability,
                uniform_probability, created_at, quorum, minimum_ballots, settled_at, settle_cause, verdict, size_a, size_b, size_max)
            values (@Id, 1, 1, 1, 'Why?', 'Typed', 'Settled', @A, @B, 1, 1, @Id, 25, 1, @Id, 'Time', 'A', @SizeA, @SizeB, 14.5)
            """;
        const string ballot = "insert into ballots (battle_id, member_id, choice, counted, reason, cast_at) values (@Id, @Member, @Choice, 1, null, @Id)";
        string[] choices = ["A", "B", "Tie", "BothBad"];
        for (var id = 1; id <= Battles; id++)
        {
            var a = random.Next(Models);
            var b = (a + random.Next(1, Models)) % Models;
            connection.Execute(
                battle,
                new { Id = id, A = MadeUpModels.Tag(a), B = MadeUpModels.Tag(b), SizeA = MadeUpModels.Size(a), SizeB = MadeUpModels.Size(b) },
                transaction);
            for (var member = random.Next(1, 4); member > 0; member--)
                connection.Execute(ballot, new { Id = id, Member = member, Choice = choices[random.Next(4)] }, transaction);
        }

        return Battles;
    }
}
