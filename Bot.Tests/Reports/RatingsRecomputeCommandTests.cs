using System.Text.Json;
using Arena.Core.Storage;
using Bot.Tests.Hosting;
using Dapper;

namespace Bot.Tests.Reports;

public sealed class RatingsRecomputeCommandTests
{
    private const string Battles = """
        insert into servers (id, first_seen_at) values (1, 0);
        insert into models (tag, display_name, kind, capabilities, status, added_at, changed_at)
            values ('owl', 'Owl', 'Instruct', '', 'Active', 0, 0), ('fox', 'Fox', 'Instruct', '', 'Active', 0, 0);
        insert into battles (id, server_id, channel_id, starter_id, prompt, source, state, model_a, model_b, pair_probability,
            uniform_probability, created_at, quorum, minimum_ballots, settled_at, settle_cause, verdict)
            values (1, 1, 1, 1, 'Why?', 'Typed', 'Settled', 'owl', 'fox', 1, 1, 0, 25, 1, 1000, 'ClosingTime', 'A');
        insert into ballots (battle_id, member_id, choice, counted, reason, cast_at) values (1, 5, 'A', 1, null, 0);
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_repairs_what_does_not_follow_from_the_battles_names_it_and_fails_and_then_all_is_well()
    {
        using var run = new HostCase();
        await WriteAsync(run, Battles);

        // Nothing is rated yet, which does not follow from a settled battle.
        Assert.Equal(1, await run.RunAsync("ratings", "recompute"));
        Assert.Contains(run.OutputLines, line => line.StartsWith("The row in ratings", StringComparison.Ordinal) && line.EndsWith("was missing.", StringComparison.Ordinal));
        Assert.Equal("Not all ratings followed from 1 battle; they do now.", run.OutputLines[^1]);

        Assert.Equal(0, await run.RunAsync("ratings", "recompute"));
        Assert.Equal("All ratings follow from 1 battle.", run.OutputLines[^1]);
        Assert.Equal("", run.Errors.ToString());
    }

    [Fact]
    public async Task As_one_JSON_object_it_gives_the_rows_and_the_largest_difference_of_every_table()
    {
        using var run = new HostCase();
        await WriteAsync(run, Battles);
        await run.RunAsync("ratings", "recompute");
        await WriteAsync(run, "update ratings set rating = rating - 2.5 where system = 'Elo' and tag = 'owl'");
        run.Output.GetStringBuilder().Clear();

        Assert.Equal(1, await run.RunAsync("ratings", "recompute", "--json"));

        var report = JsonDocument.Parse(run.Output.ToString()).RootElement;
        Assert.True(report.GetProperty("differed").GetBoolean());
        Assert.Equal(1, report.GetProperty("battles").GetInt32());
        var tables = report.GetProperty("tables").EnumerateArray().ToDictionary(table => table.GetProperty("name").GetString()!);
        Assert.Equal(12, tables["ratings"].GetProperty("rows").GetInt32());
        Assert.Equal(2, tables["ratings"].GetProperty("differing").GetInt32());
        Assert.Equal(2.5, tables["ratings"].GetProperty("largestDifference").GetDouble(), 1e-9);
        Assert.Contains("tag owl had rating", report.GetProperty("first").GetString());
        Assert.Equal(8, tables["rating_history"].GetProperty("rows").GetInt32());
        Assert.Equal(4, tables["rating_days"].GetProperty("rows").GetInt32());
    }

    [Fact]
    public async Task While_the_bot_runs_one_sentence_says_to_stop_it()
    {
        using var run = new HostCase();
        await WriteAsync(run, Battles);
        using (DataFolderLock.Acquire(run.Data))
            Assert.Equal(1, await run.RunAsync("ratings", "recompute"));

        Assert.Contains("Stop that one first", run.Errors.ToString());
        Assert.Empty(run.OutputLines);
    }

    [Fact]
    public async Task Without_a_database_that_is_said_and_none_is_made()
    {
        using var run = new HostCase();
        Assert.Equal(1, await run.RunAsync("ratings", "recompute"));
        Assert.Contains("There is no database at", run.Errors.ToString());
        Assert.False(File.Exists(Path.Combine(run.Data, "arena.db")));
    }

    private static async Task WriteAsync(HostCase run, string sql)
    {
        await using var database = await Database.OpenAsync(
            new StorageOptions { DataFolder = run.Data, Realm = Realm.Sandbox }, TimeProvider.System, null, Token);
        await database.Writer.WriteAsync((connection, transaction) => connection.Execute(sql, transaction: transaction), Token);
    }
}
