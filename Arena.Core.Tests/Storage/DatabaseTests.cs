using Arena.Core.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Arena.Core.Tests.Storage;

public sealed class DatabaseTests
{
    private static readonly Migration First = new(1, "0001_first.sql", "create table things (name text not null); insert into things values ('old');");
    private static readonly Migration Second = new(2, "0002_second.sql", "alter table things add column size integer; insert into things values ('new', 2);");
    private static readonly Migration Broken = new(2, "0002_broken.sql", "create table more (x); insert into nowhere values (1);");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_database_has_every_table_write_ahead_logging_and_foreign_keys()
    {
        using var folder = new TempFolder();
        await using var database = await OpenAsync(folder, Migration.Embedded);
        await using var connection = await database.OpenReadAsync(Token);
        var tables = (await connection.QueryAsync<string>("select name from sqlite_schema where type = 'table'")).ToHashSet();

        Assert.Superset(
            new HashSet<string>
            {
                "models", "battles", "answers", "ballots", "ballot_events", "ratings", "rating_history", "servers", "audit",
            },
            tables);
        Assert.Equal("wal", await connection.ExecuteScalarAsync<string>("pragma journal_mode"));
        Assert.Equal(1, await database.Writer.WriteAsync((c, _) => c.ExecuteScalar<long>("pragma foreign_keys"), Token));
        Assert.Equal(2, await database.Writer.WriteAsync((c, _) => c.ExecuteScalar<long>("pragma synchronous"), Token));
    }

    [Fact]
    public async Task A_closed_database_is_one_file_with_everything_in_it()
    {
        using var folder = new TempFolder();
        await using (var database = await OpenAsync(folder, [First]))
        {
            await database.Writer.WriteAsync((c, t) => c.Execute("insert into things values ('written')", transaction: t), Token);
            await using var connection = await database.OpenReadAsync(Token);
            Assert.Equal(2, await connection.ExecuteScalarAsync<int>("select count(*) from things"));
        }

        Assert.Empty(Directory.GetFiles(folder.Path, "arena.db-*"));
        await using var again = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "arena.db")};Mode=ReadOnly;Pooling=False");
        Assert.Equal(["old", "written"], await again.QueryAsync<string>("select name from things order by rowid"));
    }

    [Fact]
    public async Task An_older_database_is_copied_and_then_migrated_with_its_rows()
    {
        using var folder = new TempFolder();
        await using (await OpenAsync(folder, [First]))
        {
        }

        await using (var database = await OpenAsync(folder, [First, Second]))
        {
            await using var connection = await database.OpenReadAsync(Token);
            Assert.Equal(["old", "new"], await connection.QueryAsync<string>("select name from things order by rowid"));
            Assert.Equal(2, await connection.ExecuteScalarAsync<int>("pragma user_version"));
        }

        var copy = Assert.Single(Directory.GetFiles(folder.Path, "*.bak"));
        Assert.Contains(".v1-", copy);
        await using var before = new SqliteConnection($"Data Source={copy};Pooling=False");
        Assert.Equal(["old"], await before.QueryAsync<string>("select name from things"));
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_the_database_as_it_was()
    {
        using var folder = new TempFolder();
        await using (await OpenAsync(folder, [First]))
        {
        }

        await Assert.ThrowsAsync<SqliteException>(() => OpenAsync(folder, [First, Broken]));
        await using var again = await OpenAsync(folder, [First]);
        await using var connection = await again.OpenReadAsync(Token);
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>("select count(*) from sqlite_schema where name = 'more'"));
    }

    [Fact]
    public async Task A_database_from_a_newer_version_is_refused_with_both_versions_and_untouched()
    {
        using var folder = new TempFolder();
        await using (await OpenAsync(folder, [First, Second]))
        {
        }

        var before = await File.ReadAllBytesAsync(Path.Combine(folder.Path, "arena.db"), Token);
        var refused = await Assert.ThrowsAsync<DatabaseTooNewException>(() => OpenAsync(folder, [First]));
        Assert.Equal((2, 1), (refused.Found, refused.Known));
        Assert.Contains("version 2", refused.Message);
        Assert.Contains("up to 1", refused.Message);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(folder.Path, "arena.db"), Token));
    }

    [Theory]
    [InlineData(Realm.Live, Realm.Sandbox)]
    [InlineData(Realm.Sandbox, Realm.Live)]
    public async Task A_database_of_the_other_world_is_refused(Realm made, Realm wanted)
    {
        using var folder = new TempFolder();
        await using (await OpenAsync(folder, Migration.Embedded, made))
        {
        }

        var refused = await Assert.ThrowsAsync<DatabaseRealmException>(() => OpenAsync(folder, Migration.Embedded, wanted));
        Assert.Equal((made, wanted), (refused.Found, refused.Wanted));
        await using var again = await OpenAsync(folder, Migration.Embedded, made);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "arena.db"), string.Concat(Enumerable.Repeat("no database ", 500)), Token);

        await Assert.ThrowsAsync<DatabaseForeignException>(() => OpenAsync(folder, Migration.Embedded));
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_untouched()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "arena.db");
        await using (var other = new SqliteConnection($"Data Source={path};Pooling=False"))
            await other.ExecuteAsync("create table theirs (x)");

        var before = await File.ReadAllBytesAsync(path, Token);
        await Assert.ThrowsAsync<DatabaseForeignException>(() => OpenAsync(folder, Migration.Embedded));
        Assert.Equal(before, await File.ReadAllBytesAsync(path, Token));
    }

    [Fact]
    public void One_process_works_in_a_data_folder()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "data");
        using (DataFolderLock.Acquire(path))
            Assert.Contains(path, Assert.Throws<DataFolderInUseException>(() => DataFolderLock.Acquire(path)).Message);
        DataFolderLock.Acquire(path).Dispose();
    }

    [Fact]
    public async Task A_backup_is_consistent_while_the_arena_writes()
    {
        using var folder = new TempFolder();
        await using var database = await OpenAsync(folder, Migration.Embedded);
        var writing = Enumerable.Range(0, 200).Select(i => database.Writer.WriteAsync(
            (connection, transaction) => connection.Execute(
                "insert into servers values (@Id, 0); insert into audit (at, action, subject) values (0, 'test', '')",
                new { Id = i + 1 }, transaction), Token)).ToList();
        var copy = Path.Combine(folder.Path, "copies", "arena.db");
        await database.BackupAsync(copy, Token);
        await Task.WhenAll(writing);

        await using var read = new SqliteConnection($"Data Source={copy};Pooling=False");
        Assert.Equal("ok", await read.ExecuteScalarAsync<string>("pragma integrity_check"));
        Assert.Equal(
            await read.ExecuteScalarAsync<long>("select count(*) from servers"),
            await read.ExecuteScalarAsync<long>("select count(*) from audit"));
        await Assert.ThrowsAsync<IOException>(() => database.BackupAsync(copy, Token));
    }

    [Fact]
    public async Task Scheduled_backups_come_in_time_and_the_oldest_go()
    {
        using var folder = new TempFolder();
        var time = new ManualTime();
        var options = new StorageOptions { DataFolder = folder.Path, BackupEvery = TimeSpan.FromHours(1), BackupsKept = 2 };
        await using var database = await Database.OpenAsync(options, time, cancellationToken: Token);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var schedule = new BackupSchedule(database, options, time, Microsoft.Extensions.Logging.Abstractions.NullLogger<BackupSchedule>.Instance);
        var running = schedule.RunAsync(stop.Token);
        var made = new HashSet<string>();
        await Eventually.TrueAsync(
            () =>
            {
                made.UnionWith(Files());
                if (made.Count < 4)
                    time.Advance(TimeSpan.FromMinutes(10));
                return made.Count == 4;
            },
            "four backups were made");

        await Eventually.TrueAsync(() => Files().Length == 2, "two are kept");
        Assert.Equal(made.Order().TakeLast(2), Files().Order());
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        string[] Files() => Directory.Exists(options.BackupFolder) ? Directory.GetFiles(options.BackupFolder, "*.db") : [];
    }

    private static Task<Database> OpenAsync(TempFolder folder, IReadOnlyList<Migration> migrations, Realm realm = Realm.Live) =>
        Database.OpenAsync(new StorageOptions { DataFolder = folder.Path, Realm = realm }, new ManualTime(), migrations, null, Token);
}
