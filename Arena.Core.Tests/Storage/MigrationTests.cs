using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Arena.Core.Tests.Storage;

public sealed class MigrationTests
{
    private const string OldRows = """
        insert into servers (id, first_seen_at) values (1, 0);
        insert into models (tag, display_name, kind, capabilities, status, added_at, changed_at)
            values ('owl', 'Owl', 'Instruct', '', 'Active', 0, 0), ('fox', 'Fox', 'Instruct', '', 'Active', 0, 0);
        insert into battles (id, server_id, channel_id, starter_id, prompt, source, category, state, model_a, model_b, pair_probability,
            uniform_probability, created_at, quorum, minimum_ballots, settled_at, settle_cause, verdict)
            values (1, 1, 1, 1, 'Why?', 'Typed', 'math', 'Settled', 'owl', 'fox', 0.5, 1, 0, 25, 1, 1000, 'ClosingTime', 'A');
        insert into answers values (1, 1, 'A', 'Because.', '', 1, 7, 0, 0, 0, 0, 'stop'), (1, 1, 'B', 'So.', '', 1, 8, 0, 0, 0, 0, 'stop');
        insert into ballots values (1, 5, 'A', 1, null, 0);
        insert into ratings select 'Elo', s, c, t, 1100, 1, 1, t = 'owl', t = 'fox', 0
            from (select 0 as s union select 1), (select '' as c union select 'math'), (select 'owl' as t union select 'fox');
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_of_the_first_version_keeps_its_rows_and_gets_official_boards()
    {
        using var folder = new TempFolder();
        await using (var old = await OpenAsync(folder, [Migration.Embedded[0]]))
            await old.Writer.WriteAsync((connection, transaction) => connection.Execute(OldRows, transaction: transaction), Token);

        await using var database = await OpenAsync(folder, Migration.Embedded);
        var battle = Assert.Single(await new ComparisonStore(database).ReadAsync(new Scope(null, "math"), null, withStyles: true, Token));
        Assert.Equal(("owl", "fox", 2.0), (battle.ModelA, battle.ModelB, battle.DrawRatio));
        Assert.Equal((null, null), (battle.StyleA, battle.StyleB));
        Assert.Equal(4, (await new BoardStore(database).BehindAsync(Token)).Count);
        await using (var connection = await database.OpenReadAsync(Token))
        {
            Assert.Equal((8, 0), await connection.QuerySingleAsync<(int, int)>("select count(*), count(as_of) from ratings"));
            Assert.Equal(2, await connection.ExecuteScalarAsync<int>("select count(*) from answers where headings is null and list_items is null and bold is null"));
            Assert.Equal(1, await connection.ExecuteScalarAsync<int>("select count(*) from battles where language is null and category_source is null"));
        }

        var boards = new LiveBoards(
            new BoardStore(database), new BradleyTerryOptions(), new ManualTime(), Microsoft.Extensions.Logging.Abstractions.NullLogger<LiveBoards>.Instance);
        Assert.Equal(["owl", "fox"], (await boards.CurrentAsync(new Scope(new ServerId(1), "math"), Token)).Fit.Models);
    }

    [Fact]
    public async Task Before_it_is_migrated_the_database_is_copied_as_it_was()
    {
        using var folder = new TempFolder();
        await using (var old = await OpenAsync(folder, [Migration.Embedded[0]]))
            await old.Writer.WriteAsync((connection, transaction) => connection.Execute(OldRows, transaction: transaction), Token);
        await using (await OpenAsync(folder, Migration.Embedded))
        {
        }

        await using var copy = new SqliteConnection($"Data Source={Assert.Single(Directory.GetFiles(folder.Path, "*.v1-*.bak"))};Pooling=False");
        Assert.Equal(1, await copy.ExecuteScalarAsync<int>("pragma user_version"));
        Assert.Equal(8, await copy.ExecuteScalarAsync<int>("select count(*) from ratings"));
        Assert.Equal(0, await copy.ExecuteScalarAsync<int>("select count(*) from sqlite_schema where name = 'rating_days'"));
    }

    [Fact]
    public async Task A_category_has_one_of_the_known_sources()
    {
        using var folder = new TempFolder();
        await using var database = await OpenAsync(folder, [Migration.Embedded[0]]);
        await database.Writer.WriteAsync((connection, transaction) => connection.Execute(OldRows, transaction: transaction), Token);
        await database.Writer.WriteAsync((connection, transaction) => connection.Execute(Migration.Embedded[1].Sql, transaction: transaction), Token);

        foreach (var source in new[] { "Member", "Rule", "Library", "Moderator" })
            await SetAsync(source);
        await Assert.ThrowsAsync<SqliteException>(() => SetAsync("Guess"));

        Task<int> SetAsync(string source) => database.Writer.WriteAsync(
            (connection, transaction) => connection.Execute("update battles set category_source = @source", new { source }, transaction), Token);
    }

    private static Task<Database> OpenAsync(TempFolder folder, IReadOnlyList<Migration> migrations) =>
        Database.OpenAsync(new StorageOptions { DataFolder = folder.Path, Realm = Realm.Live }, new ManualTime(), migrations, null, Token);
}
