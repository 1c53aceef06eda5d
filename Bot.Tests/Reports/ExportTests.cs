using System.Data;
using Arena.Core.Ratings;
using Arena.Core.Storage;
using Bot.Tests.Hosting;
using Dapper;

namespace Bot.Tests.Reports;

/// <summary>The arena's own ballots out and in again, through the command line, while the arena holds its database.</summary>
public sealed class ExportTests
{
    private const string Fill = """
        insert into servers (id, first_seen_at) values (1, 0), (2, 0);
        insert into models (tag, display_name, parameters_billions, kind, capabilities, status, added_at, changed_at)
        values ('owl:7b', 'owl', 7, 'Instruct', '', 'Active', 0, 0), ('fox:1b', 'fox', 1, 'Instruct', '', 'Active', 0, 0),
            ('=yak', 'yak', null, 'Instruct', '', 'Active', 0, 0);
        """;

    private const string Battle = """
        insert into battles (id, server_id, channel_id, starter_id, prompt, source, category, language, state, model_a, model_b, pair_probability,
            uniform_probability, created_at, quorum, minimum_ballots, settled_at, settle_cause, size_a, size_b, size_max)
        values (@id, @server, 1, 1, @prompt, 'Typed', 'math', 'en', 'Settled', @a, @b, 0.25, 0.5, 0, 25, 1, @at, 'ClosingTime',
            (select parameters_billions from models where tag = @a), (select parameters_billions from models where tag = @b), 7)
        """;

    private const string Ballot = "insert into ballots (battle_id, member_id, choice, counted, reason, cast_at) values (@id, @member, @choice, @counted, iif(@counted, null, 'SeveralStanding'), 0)";

    private static readonly string[] Tags = ["owl:7b", "fox:1b", "=yak"];

    private static readonly double?[] Sizes = [7, 1, null];

    /// <summary>The battles as they are written, and their ballots: the last of a battle is the one not counted, if there is one.</summary>
    private static readonly IReadOnlyList<(Comparison Battle, string[] Counted)> Battles = [.. Enumerable.Range(1, 40).Select(Fought)];

    private static IEnumerable<Comparison> Played => Battles.Select(battle => battle.Battle);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData("ballots.csv"), InlineData("ballots.jsonl"), InlineData("ballots.csv.gz"), InlineData("ballots.jsonl.GZ")]
    public async Task What_is_exported_while_the_arena_is_open_gives_its_own_boards_again(string file)
    {
        using var @case = new HostCase();
        await using var database = await PlayAsync(@case);
        var own = ComparisonTable.Of(Played);

        Assert.True(await @case.RunAsync("ratings", "export", file) == 0, @case.Errors.ToString());
        using var import = new ImportCase();
        var path = Path.Combine(@case.Root, file);
        var fitted = ImportCase.ByName(await import.ReadAsync(path));
        var played = ImportCase.ByName(await import.ReadAsync(path, "--system", "elo"));

        Assert.EndsWith($"ballots written to {path}", @case.OutputLines[^1], StringComparison.Ordinal);
        var fit = BradleyTerry.Fit(own, new BradleyTerryOptions(), Token);
        var elo = EloReplay.Run(own, new EloOptions());
        Assert.Equal(3, fitted.Count);
        foreach (var tag in Tags)
        {
            Assert.Equal(fit.Rating(fit.NumberOf(tag)!.Value), fitted[tag].GetProperty("rating").GetDouble(), 1e-9);
            Assert.Equal(fit.Lower(fit.NumberOf(tag)!.Value), fitted[tag].GetProperty("lower").GetDouble(), 1e-9);
            Assert.Equal(elo[own.NumberOf(tag)], played[tag].GetProperty("rating").GetDouble(), 1e-9);
        }
    }

    [Fact]
    public async Task Without_a_file_it_goes_to_standard_output_and_a_server_is_alone_in_its_own()
    {
        using var @case = new HostCase();
        await using var database = await PlayAsync(@case);
        var counted = Battles.Where(battle => battle.Battle.Battle % 2 == 1).Sum(battle => battle.Counted.Length);

        Assert.Equal(0, await @case.RunAsync("ratings", "export", "--server", "2"));

        var lines = @case.Output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("question_id,model_a,model_b,winner,judge,turn,anony,language,tstamp,battle_id,weight,category,", lines[0], StringComparison.Ordinal);
        Assert.Equal(counted, lines.Length - 1);
        Assert.DoesNotContain("9223372036854", @case.Output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", @case.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ballot_weighs_what_it_weighs_by_the_operators_settings()
    {
        using var @case = new HostCase().With("ARENA_RHO", "1");
        await using var database = await PlayAsync(@case);

        Assert.Equal(0, await @case.RunAsync("ratings", "export"));

        var rows = @case.Output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split(','));
        // With a correlation of 1 every battle counts once, however many ballots it has.
        var battles = rows.GroupBy(row => row[9], row => double.Parse(row[10], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Contains(battles, battle => battle.Count() > 1);
        Assert.All(battles, battle => Assert.Equal(1, battle.Sum(), 1e-12));
    }

    [Theory, InlineData("abc"), InlineData("-1"), InlineData("1.5")]
    public async Task A_server_that_is_no_id_is_refused_with_what_is_expected(string id)
    {
        using var @case = new HostCase();

        Assert.Equal(1, await @case.RunAsync("ratings", "export", "--server", id));

        Assert.Contains($"--server is {id}; expected a Discord id, which is a number.", @case.Errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_written_over()
    {
        using var @case = new HostCase();
        await using var database = await PlayAsync(@case);
        await File.WriteAllTextAsync(Path.Combine(@case.Root, "ballots.csv"), "mine", Token);

        Assert.Equal(1, await @case.RunAsync("ratings", "export", "ballots.csv"));

        Assert.Contains("exists already", @case.Errors.ToString(), StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(@case.Root, "ballots.csv"), Token));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        using var @case = new HostCase();
        await using var database = await PlayAsync(@case);

        Assert.Equal(1, await @case.RunAsync("ratings", "export", Path.Combine("missing", "ballots.csv")));

        Assert.Contains($"There is no folder {Path.Combine(@case.Root, "missing")}.", @case.Errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_database_it_says_so()
    {
        using var @case = new HostCase();

        Assert.Equal(1, await @case.RunAsync("ratings", "export"));

        Assert.Contains("There is no database at", @case.Errors.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(@case.Data));
    }

    [Fact]
    public async Task The_arenas_own_ratings_are_judged()
    {
        using var @case = new HostCase();
        await using var database = await PlayAsync(@case);

        Assert.True(await @case.RunAsync("ratings", "evaluate") == 0, @case.Errors.ToString());

        Assert.Contains("Ratings of the first 32 battles on 8 battles after them", @case.Output.ToString(), StringComparison.Ordinal);
    }

    private static async Task<Database> PlayAsync(HostCase @case)
    {
        var database = await Database.OpenAsync(
            new StorageOptions { DataFolder = @case.Data, Realm = Realm.Sandbox }, TimeProvider.System, cancellationToken: Token);
        await database.Writer.WriteAsync(Play, Token);
        return database;
    }

    private static (Comparison Battle, string[] Counted) Fought(int id)
    {
        var random = new Random(id);
        var a = random.Next(3);
        var b = (a + 1 + random.Next(2)) % 3;
        var ballots = Enumerable.Range(0, 1 + random.Next(5)).Select(_ => new[] { "A", "B", "Tie", "BothBad" }[random.Next(4)]).ToArray();
        int Count(string choice) => ballots.Count(ballot => ballot == choice);
        // Not in the order of their ids.
        var at = DateTimeOffset.FromUnixTimeMilliseconds(1767643200123 + 61_007 * (id * 7 % 41));
        return (
            new Comparison(id, at, Tags[a], Tags[b], new Tally(Count("A"), Count("B"), Count("Tie"), Count("BothBad")), Sizes[a], Sizes[b], 7) { DrawRatio = 2 },
            ballots);
    }

    private static int Play(IDbConnection connection, IDbTransaction transaction)
    {
        connection.Execute(Fill, transaction: transaction);
        foreach (var (battle, counted) in Battles)
        {
            connection.Execute(
                Battle,
                new
                {
                    id = battle.Battle, server = 1 + battle.Battle % 2, prompt = $"secret {battle.Battle % 5}", a = battle.ModelA, b = battle.ModelB,
                    at = battle.SettledAt.ToUnixTimeMilliseconds(),
                },
                transaction);
            foreach (var (member, choice) in counted.Append("A").Index())
                connection.Execute(Ballot, new { id = battle.Battle, member = long.MaxValue - member, choice, counted = member < counted.Length }, transaction);
        }

        return 0;
    }
}
