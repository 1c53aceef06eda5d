using System.Data;
using Arena.Core.Battles;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Storage;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace Arena.Core.Tests.Leaderboards;

/// <summary>A real database in which a test says who voted for what.</summary>
internal sealed class BallotedArena : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private int _battles;

    private BallotedArena(TempFolder folder, Database database) => (_folder, Database) = (folder, database);

    public Database Database { get; }

    public MemberReader Members => new(new MemberStore(Database));

    /// <summary>A reader of its own at each call: nothing is kept from one to the next.</summary>
    public ChartReader Charts => new(
        new LiveBoards(new BoardStore(Database), new BradleyTerryOptions(), TimeProvider.System, NullLogger<LiveBoards>.Instance),
        new LeaderboardStore(Database), new BallotCountStore(Database));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<BallotedArena> OpenAsync(params string[] models)
    {
        var folder = new TempFolder();
        var database = await Database.OpenAsync(
            new StorageOptions { DataFolder = folder.Path, Realm = Realm.Sandbox }, TimeProvider.System, null, Cancellation);
        var arena = new BallotedArena(folder, database);
        foreach (var tag in models)
            await arena.AddModelAsync(tag);
        return arena;
    }

    /// <summary>A model of the roster, shown by its tag unless it has a name.</summary>
    public Task AddModelAsync(string tag, string? name = null, string status = "Active") => WriteAsync(
        """
        insert into models (tag, display_name, kind, capabilities, status, added_at, changed_at)
        values (@tag, @name, 'Instruct', '', @status, 0, 0)
        """,
        new { tag, name = name ?? tag, status });

    /// <summary>A battle; settled unless told otherwise, a minute after the one before.</summary>
    /// <param name="ballots">By member; a choice after a minus sign is kept and not counted.</param>
    public async Task BattleAsync(
        string modelA, string modelB, (ulong Member, string Choice)[] ballots, ulong server = 1, string? category = null,
        ulong starter = 1, BattleState state = BattleState.Settled)
    {
        var id = ++_battles;
        long? settled = state == BattleState.Settled ? Boards.Noon.AddMinutes(id).ToUnixTimeMilliseconds() : null;
        await WriteAsync("insert into servers (id, first_seen_at) values (@server, 0) on conflict do nothing", new { server = (long)server });
        await WriteAsync(
            """
            insert into battles (id, server_id, channel_id, starter_id, prompt, source, category, state, model_a, model_b, pair_probability,
                uniform_probability, created_at, quorum, minimum_ballots, settled_at, void_reason)
            values (@id, @server, 1, @starter, 'Why?', 'Typed', @category, @state, @modelA, @modelB, 1, 1, 0, 25, 1, @settled, @reason)
            """,
            new
            {
                id, server = (long)server, starter = (long)starter, category, modelA, modelB, settled,
                state = state.ToString(), reason = state == BattleState.Void ? "Cancelled" : null,
            });
        foreach (var (member, choice) in ballots)
        {
            var counted = !choice.StartsWith('-');
            await WriteAsync(
                "insert into ballots values (@id, @member, @choice, @counted, @why, 0)",
                new { id, member = (long)member, choice = choice.TrimStart('-'), counted, why = counted ? null : "YoungAccount" });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder.Dispose();
    }

    public Task WriteAsync(string sql, object parameters) => Database.Writer.WriteAsync(
        (IDbConnection connection, IDbTransaction transaction) => connection.Execute(sql, parameters, transaction), Cancellation);
}
