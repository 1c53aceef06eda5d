using System.Data;
using System.Diagnostics;
using Arena.Core.Battles;
using Arena.Core.Leaderboards;
using Arena.Core.Prompts;
using Arena.Core.Ratings;
using Arena.Core.Storage;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace Benchmarks;

/// <summary>Computing every rating again beside reading the rows that it is held against, and what a correction of one category costs.</summary>
internal sealed class RecomputeBenchmark : IBenchmark
{
    private const int Battles = 100_000;
    private const int Models = 20;
    private const int Servers = 3;
    private const int Days = 90;
    private const int Corrections = 5;

    private static readonly BradleyTerryOptions Official = new();

    public string Name => "recompute";

    public string What => $"recompute all ratings from {Battles:N0} battles of {Models} models on {Servers} servers";

    public async Task<IReadOnlyList<Figure>> RunAsync(Action<string> say, CancellationToken cancellationToken)
    {
        await using var arena = await TemporaryArena.OpenAsync(cancellationToken);
        say($"Writing {Battles:N0} battles…");
        await MadeUpModels.AddAsync(arena.Database, Models, cancellationToken);
        await arena.Database.Writer.WriteAsync((connection, transaction) => Fill(connection, transaction), cancellationToken);
        var live = new LiveBoards(new BoardStore(arena.Database), Official, TimeProvider.System, NullLogger<LiveBoards>.Instance);
        var replay = new RatingReplay(arena.Database, new EloOptions(), Official, live, TimeProvider.System, NullLogger<RatingReplay>.Instance);
        var recompute = new RatingRecompute(arena.Database, replay, new EloOptions(), Official, TimeProvider.System);

        say("Computing all ratings into empty tables…");
        var write = await TimeAsync(() => replay.RunAsync(null, "benchmark", cancellationToken));
        say("Computing them again, where nothing differs…");
        RecomputeReport? report = null;
        var same = await TimeAsync(async () => report = await recompute.RunAsync(cancellationToken));
        if (report is not { Differed: false, Battles: Battles })
            throw new InvalidOperationException($"The tables differ from what was just written: {report?.First}");
        var read = await TimeAsync(() => ReadAsync(arena.Database, cancellationToken));
        say("Computing them again, where one row differs…");
        await arena.Database.Writer.WriteAsync((connection, transaction) => connection.Execute(
            "update rating_history set rating_after = 0 where battle_id = 1 and system = 'Elo'", transaction: transaction), cancellationToken);
        var repair = await TimeAsync(() => recompute.RunAsync(cancellationToken));
        say($"Correcting {Corrections} categories…");
        var correction = await CorrectAsync(new CategoryStore(arena.Database, new CategoryReplay(new EloOptions(), Official)), cancellationToken);

        return
        [
            new Figure("rows", "rows of the three rating tables", report.Tables.Sum(table => table.Rows)),
            new Figure("write_ms", "computing all ratings into empty tables", write, "ms"),
            new Figure("recompute_ms", "computing them again and finding that nothing differs", same, "ms"),
            new Figure("read_ms", "the bound: reading the rows of the three tables once", read, "ms"),
            new Figure("recompute_to_read", "recomputing to reading, a ratio", same / read, AtMost: 3),
            new Figure("repair_ms", "computing them again, and writing them where one row differs", repair, "ms"),
            new Figure("correction_ms", "correcting the category of a settled battle, median", correction, "ms", AtMost: 1000),
        ];
    }

    private static async Task<double> TimeAsync(Func<Task> deed)
    {
        var clock = Stopwatch.StartNew();
        await deed();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static async Task ReadAsync(Database database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        foreach (var table in (string[])["ratings", "rating_history", "rating_days"])
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"select * from {table}";
            await using var rows = command.ExecuteReader();
            var values = new object[rows.FieldCount];
            while (rows.Read())
                rows.GetValues(values);
        }
    }

    private static async Task<double> CorrectAsync(CategoryStore store, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        for (var i = 0; i < Corrections; i++)
        {
            // From battles of the first day to battles of the last, each to a category that it is not in.
            var battle = new BattleId(1 + i * (Battles / Corrections));
            times.Add(await TimeAsync(async () =>
            {
                var result = await store.CorrectAsync(battle, PromptCategories.All[^(i + 1)], new MemberId(1), TimeProvider.System.GetUtcNow(), cancellationToken);
                if (result is not CorrectCategoryResult.Corrected { AreRatingsRecomputed: true })
                    throw new InvalidOperationException($"The category of {battle} was not corrected: {result}");
            }));
        }

        return times.Order().ElementAt(Corrections / 2);
    }

    private static int Fill(IDbConnection connection, IDbTransaction transaction)
    {
        var names = PromptCategories.All;
        connection.Execute(
            "insert into servers (id, first_seen_at) values (@Id, 0) on conflict do nothing", Enumerable.Range(1, Servers).Select(Id => new { Id }), transaction);
        // Two in three have a category; they are spread evenly over the days.
        connection.Execute(
            """
            with recursive n(i) as (select 1 union all select i + 1 from n where i < @Battles)
            insert into battles (id, server_id, channel_id, starter_id, prompt, source, state, model_a, model_b, pair_probability,
                uniform_probability, created_at, quorum, minimum_ballots, settled_at, settle_cause, verdict, size_a, size_b, size_max, category)
            select i, 1 + i % @Servers, 1, 1, 'Why?', 'Typed', 'Settled', @Prefix || (i * 7919 % @Models) || @Suffix,
                @Prefix || ((i * 7919 + 1 + i / 7 % (@Models - 1)) % @Models) || @Suffix, 1, 1, 0, 25, 1, 1700000000000 + i * (@Days * 86400000 / @Battles),
                'Reveal', case i * 31 % 17 % 3 when 0 then 'A' when 1 then 'B' else 'Tie' end, 7, 7, 14,
                case when i / 5 % 3 < 2 then json_extract(@Names, '$[' || (i / 11 % @Count) || ']') end
            from n
            """,
            new
            {
                Battles, Servers, Models, Days, MadeUpModels.Prefix, MadeUpModels.Suffix, names.Count,
                Names = System.Text.Json.JsonSerializer.Serialize(names),
            },
            transaction, commandTimeout: 0);
        return connection.Execute(
            """
            insert into ballots (battle_id, member_id, choice, counted, reason, cast_at)
            select b.id, m.value, case when m.value < 3 then case verdict when 'A' then 'A' when 'B' then 'B' else 'Tie' end else 'BothBad' end, 1, null, 0
            from battles b, json_each('[1,2,3]') m
            """,
            transaction: transaction, commandTimeout: 0);
    }
}
