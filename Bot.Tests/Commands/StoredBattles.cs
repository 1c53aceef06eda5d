using Arena.Core.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Tests.Commands;

/// <summary>Puts settled battles beside those the arena played, for boards that would take too many to play.</summary>
internal static class StoredBattles
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>So many models, each of which has beaten the next one and tied with it once. To be called before a board is asked for.</summary>
    public static async Task ChainAsync(CommandDriver arena, IReadOnlyList<string> models)
    {
        await using var connection = await OpenAsync(arena);
        foreach (var tag in models)
        {
            await connection.ExecuteAsync(
                "insert into models (tag, display_name, kind, capabilities, status, added_at, changed_at) values (@tag, @tag, 'Instruct', '', 'Active', 0, 0)",
                new { tag });
        }

        foreach (var (better, worse) in models.Zip(models.Skip(1)))
        {
            await SettleAsync(connection, better, worse, [(1, "A"), (2, "A")]);
            await SettleAsync(connection, worse, better, [(1, "A"), (2, "B")]);
        }
    }

    /// <summary>A settled battle in the home server.</summary>
    public static async Task SettleAsync(CommandDriver arena, string modelA, string modelB, (ulong Member, string Choice)[] ballots)
    {
        await using var connection = await OpenAsync(arena);
        await SettleAsync(connection, modelA, modelB, ballots);
    }

    private static async Task SettleAsync(SqliteConnection connection, string modelA, string modelB, (ulong Member, string Choice)[] ballots)
    {
        await connection.ExecuteAsync("insert into servers (id, first_seen_at) values (1, 0) on conflict do nothing");
        var id = await connection.ExecuteScalarAsync<long>(
            """
            insert into battles (server_id, channel_id, starter_id, prompt, source, state, model_a, model_b, pair_probability, uniform_probability,
                created_at, quorum, minimum_ballots, settled_at, settle_cause, verdict)
            values (1, 2, 4, 'Why?', 'Typed', 'Settled', @modelA, @modelB, 1, 1, 0, 25, 1,
                (select coalesce(max(settled_at), 1700000000000) + 1000 from battles), 'ClosingTime', 'A')
            returning id
            """,
            new { modelA, modelB });
        await connection.ExecuteAsync(
            "insert into ballots (battle_id, member_id, choice, counted, reason, cast_at) values (@id, @member, @choice, 1, null, 0)",
            ballots.Select(ballot => new { id, member = (long)ballot.Member, choice = ballot.Choice }));
    }

    // Beside the arena's own connections, so that nothing of the arena has to be opened up for it.
    private static async Task<SqliteConnection> OpenAsync(CommandDriver arena)
    {
        await using var own = await arena.Get<Database>().OpenReadAsync(Cancel);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = own.DataSource, Pooling = false }.ToString());
        await connection.OpenAsync(Cancel);
        await connection.ExecuteAsync("pragma foreign_keys = on; pragma busy_timeout = 10000");
        return connection;
    }
}
