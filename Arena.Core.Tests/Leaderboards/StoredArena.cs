using System.Data;
using Arena.Core.Battles;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Storage;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace Arena.Core.Tests.Leaderboards;

/// <summary>A real database with settled battles in it, rated as settlement rates them.</summary>
internal sealed class StoredArena : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private int _battles;

    private StoredArena(TempFolder folder, Database database)
    {
        (_folder, Database) = (folder, database);
        Live = new LiveBoards(
            new BoardStore(database), new BradleyTerryOptions { ProvisionalBattles = 2 }, TimeProvider.System, NullLogger<LiveBoards>.Instance);
        Reader = new LeaderboardReader(
            new LeaderboardStore(database), new ComparisonStore(database), Live, new EloOptions(), new BoardOptions { ProvisionalBattles = 2 });
    }

    public Database Database { get; }

    public LiveBoards Live { get; }

    public LeaderboardReader Reader { get; }

    public static async Task<StoredArena> OpenAsync()
    {
        var folder = new TempFolder();
        var database = await Database.OpenAsync(
            new StorageOptions { DataFolder = folder.Path, Realm = Realm.Sandbox }, TimeProvider.System, null, TestContext.Current.CancellationToken);
        var arena = new StoredArena(folder, database);
        foreach (var (tag, size) in new (string, double?)[] { ("owl:7b", 7), ("fox:1b", 1), ("yak", null) })
            await arena.AddModelAsync(tag, size);
        return arena;
    }

    public Task AddModelAsync(string tag, double? size, string status = "Active") => WriteAsync(
        """
        insert into models (tag, display_name, parameters_billions, kind, capabilities, status, added_at, changed_at)
        values (@tag, @tag, @size, 'Instruct', 'completion,tools', @status, 0, 0)
        """,
        new { tag, size, status });

    /// <summary>A battle that settled, a minute after the one before.</summary>
    public async Task<BattleId> SettleAsync(ulong server, string? category, string modelA, string modelB, Tally tally)
    {
        var id = ++_battles;
        var at = Boards.Noon.AddMinutes(id).ToUnixTimeMilliseconds();
        var (sizeA, sizeB) = (await SizeAsync(modelA), await SizeAsync(modelB));
        await WriteAsync("insert into servers (id, first_seen_at) values (@server, 0) on conflict do nothing", new { server = (long)server });
        await WriteAsync(
            """
            insert into battles (id, server_id, channel_id, starter_id, prompt, source, category, state, model_a, model_b, pair_probability,
                uniform_probability, created_at, quorum, minimum_ballots, settled_at, settle_cause, verdict, size_a, size_b, size_max)
            values (@id, @server, 1, 1, 'Why?', 'Typed', @category, 'Settled', @modelA, @modelB, 1, 1, 0, 25, 1, @at, 'ClosingTime', @verdict, @sizeA, @sizeB, 7)
            """,
            new { id, server = (long)server, category, modelA, modelB, at, verdict = tally.Verdict?.ToString(), sizeA, sizeB });
        await VoteAsync(id, tally);
        var comparison = new Comparison(id, DateTimeOffset.FromUnixTimeMilliseconds(at), modelA, modelB, tally, sizeA, sizeB, 7);
        await Database.Writer.WriteAsync(
            (connection, transaction) =>
            {
                RatingBook.Enter(connection, transaction, new RatedBattle((long)server, category, comparison), new EloOptions());
                return id;
            },
            TestContext.Current.CancellationToken);
        return new BattleId(id);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder.Dispose();
    }

    private async Task VoteAsync(int battle, Tally tally)
    {
        var choices = Enumerable.Repeat("A", tally.A).Concat(Enumerable.Repeat("B", tally.B))
            .Concat(Enumerable.Repeat("Tie", tally.Tie)).Concat(Enumerable.Repeat("BothBad", tally.BothBad));
        var member = 0;
        foreach (var choice in choices)
            await WriteAsync("insert into ballots values (@battle, @member, @choice, 1, null, 0)", new { battle, member = ++member, choice });
        // One more that is not counted, which must count nowhere.
        await WriteAsync("insert into ballots values (@battle, 999, 'A', 0, 'SeveralStanding', 0)", new { battle });
    }

    private Task<double?> SizeAsync(string tag) => Database.Writer.WriteAsync(
        (connection, transaction) => connection.ExecuteScalar<double?>("select parameters_billions from models where tag = @tag", new { tag }, transaction),
        TestContext.Current.CancellationToken);

    private Task WriteAsync(string sql, object parameters) => Database.Writer.WriteAsync(
        (IDbConnection connection, IDbTransaction transaction) => connection.Execute(sql, parameters, transaction), TestContext.Current.CancellationToken);
}
