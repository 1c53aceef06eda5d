using Arena.Core.Storage;
using Dapper;

namespace Arena.Core.Tests.Storage;

public sealed class WriterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_waits_is_written_in_one_transaction()
    {
        using var folder = new TempFolder();
        await using var database = await OpenAsync(folder);
        using var gate = new ManualResetEventSlim();
        var first = database.Writer.WriteAsync(
            (_, _) =>
            {
                gate.Wait(Token);
                return 0;
            },
            Token);
        var waiting = Enumerable.Range(0, 500).Select(i => PutAsync(database, $"key {i}")).ToList();
        gate.Set();
        await first;
        await Task.WhenAll(waiting);

        Assert.InRange(database.Writer.Commits, 1, 3);
        Assert.Equal(500, await CountAsync(database));
    }

    [Fact]
    public async Task A_job_that_fails_spoils_no_other_and_leaves_nothing_behind()
    {
        using var folder = new TempFolder();
        await using var database = await OpenAsync(folder);
        var jobs = Enumerable.Range(0, 30).Select(i => i % 3 == 0 ? FailAsync(database, i) : PutAsync(database, $"key {i}")).ToList();

        for (var i = 0; i < jobs.Count; i++)
        {
            if (i % 3 == 0)
                Assert.Equal($"job {i}", (await Assert.ThrowsAsync<InvalidOperationException>(() => jobs[i])).Message);
            else
                await jobs[i];
        }

        Assert.Equal(20, await CountAsync(database));
    }

    [Fact]
    public async Task A_broken_rule_fails_its_own_job_only()
    {
        using var folder = new TempFolder();
        await using var database = await OpenAsync(folder);
        await PutAsync(database, "once");
        var (twice, other) = (PutAsync(database, "once"), PutAsync(database, "other"));

        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => twice);
        await other;
        Assert.Equal(2, await CountAsync(database));
    }

    [Fact]
    public async Task A_job_taken_back_while_it_waits_is_not_done()
    {
        using var folder = new TempFolder();
        await using var database = await OpenAsync(folder);
        using var gate = new ManualResetEventSlim();
        using var taken = new CancellationTokenSource();
        var first = database.Writer.WriteAsync(
            (_, _) =>
            {
                gate.Wait(Token);
                return 0;
            },
            Token);
        var back = PutAsync(database, "taken back", taken.Token);
        await taken.CancelAsync();
        gate.Set();
        await first;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => back);
        Assert.Equal(0, await CountAsync(database));
    }

    [Fact]
    public async Task A_full_disk_is_said_plainly_loses_nothing_and_is_over_when_there_is_room()
    {
        using var folder = new TempFolder();
        await using var database = await OpenAsync(folder);
        await PutAsync(database, "before");
        var pages = await database.Writer.WriteAsync((connection, _) => connection.ExecuteScalar<long>("pragma page_count"), Token);
        await LimitAsync(database, pages);

        var failure = await Assert.ThrowsAsync<StorageFullException>(() => PutAsync(database, new string('x', 500_000)));
        Assert.Contains("full", failure.Message);
        Assert.Contains(database.Path, failure.Message);

        await LimitAsync(database, pages + 10_000);
        await PutAsync(database, "after");
        Assert.Equal(2, await CountAsync(database));
    }

    [Fact]
    public async Task What_was_acknowledged_is_in_the_files_that_a_killed_process_leaves()
    {
        using var folder = new TempFolder();
        await using var database = await OpenAsync(folder);
        await PutAsync(database, "acknowledged");
        var left = Directory.CreateDirectory(Path.Combine(folder.Path, "left")).FullName;
        foreach (var file in new[] { database.Path, database.Path + "-wal" })
            File.Copy(file, Path.Combine(left, Path.GetFileName(file)));

        await using var after = await Database.OpenAsync(new StorageOptions { DataFolder = left }, TimeProvider.System, cancellationToken: Token);
        Assert.Equal(1, await CountAsync(after));
    }

    [Fact]
    public async Task What_waits_when_the_database_closes_is_written_first()
    {
        using var folder = new TempFolder();
        var database = await OpenAsync(folder);
        var jobs = Enumerable.Range(0, 100).Select(i => PutAsync(database, $"key {i}")).ToList();
        await database.DisposeAsync();

        await Task.WhenAll(jobs);
        await using var again = await OpenAsync(folder);
        Assert.Equal(100, await CountAsync(again));
    }

    [Fact]
    public async Task Readers_can_not_write()
    {
        using var folder = new TempFolder();
        await using var database = await OpenAsync(folder);
        await using var connection = await database.OpenReadAsync(Token);

        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => connection.ExecuteAsync("delete from arena"));
    }

    private static Task<Database> OpenAsync(TempFolder folder) =>
        Database.OpenAsync(new StorageOptions { DataFolder = folder.Path }, TimeProvider.System, cancellationToken: Token);

    private static Task<int> PutAsync(Database database, string key, CancellationToken? token = null) => database.Writer.WriteAsync(
        (connection, transaction) => connection.Execute("insert into arena (key, value) values (@key, 'test')", new { key }, transaction),
        token ?? Token);

    private static Task<int> FailAsync(Database database, int i) => database.Writer.WriteAsync<int>(
        (connection, transaction) =>
        {
            connection.Execute("insert into arena (key, value) values (@Key, 'test')", new { Key = $"failing {i}" }, transaction);
            throw new InvalidOperationException($"job {i}");
        },
        Token);

    private static Task<long> LimitAsync(Database database, long pages) => database.Writer.WriteAsync(
        (connection, _) => connection.ExecuteScalar<long>($"pragma max_page_count = {pages}"), Token);

    private static async Task<long> CountAsync(Database database)
    {
        await using var connection = await database.OpenReadAsync(Token);
        return await connection.ExecuteScalarAsync<long>("select count(*) from arena where value = 'test'");
    }
}
