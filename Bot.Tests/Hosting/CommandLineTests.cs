using System.Text.Json;
using Arena.Core.Storage;
using Bot.Hosting;

namespace Bot.Tests.Hosting;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_names_every_command()
    {
        using var @case = new HostCase();

        Assert.Equal(0, await @case.RunAsync("--help"));

        Assert.All(["doctor", "health", "backup", "ratings", "--log"], word => Assert.Contains(word, @case.Output.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("start")]
    [InlineData("--verbose")]
    [InlineData("doctor", "--yaml")]
    [InlineData("backup", "one", "two")]
    [InlineData("--log", "xml")]
    public async Task What_is_not_understood_is_an_error(params string[] arguments)
    {
        using var @case = new HostCase();

        Assert.NotEqual(0, await @case.RunAsync(arguments));

        Assert.Contains(arguments[^1], @case.Errors.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(@case.Data));
    }

    [Fact]
    public async Task A_broken_configuration_ends_the_program_before_anything_is_made_or_connected()
    {
        using var @case = new HostCase().Arena("""{ "battles": { "quorum": -3, "colour": 1 } }""");

        Assert.Equal(1, await @case.RunAsync());

        var complaints = @case.Errors.ToString();
        Assert.Contains("(2 complaints); nothing was connected.", complaints, StringComparison.Ordinal);
        Assert.Contains("arena.json: battles.quorum is -3; expected a whole number from 1 to 100000", complaints, StringComparison.Ordinal);
        Assert.Contains("arena.json: battles.colour is no setting", complaints, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(@case.Root, "data")));
        Assert.Empty(@case.Output.ToString());
    }

    [Fact]
    public async Task Health_without_a_bot_is_bad()
    {
        using var @case = new HostCase();

        Assert.Equal(1, await @case.RunAsync("health"));

        Assert.Contains("health.json", @case.Errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_reads_what_a_well_bot_wrote()
    {
        using var @case = new HostCase();
        Directory.CreateDirectory(@case.Data);
        var now = TimeProvider.System.GetUtcNow();
        await new HealthReport(now, now, 1, true, now, true).WriteAsync(@case.Data, TestContext.Current.CancellationToken);

        Assert.Equal(0, await @case.RunAsync("health"));
    }

    [Fact]
    public async Task A_backup_is_a_whole_database()
    {
        using var @case = new HostCase();
        var storage = new StorageOptions { DataFolder = @case.Data, Realm = Realm.Sandbox };
        await using (await Database.OpenAsync(storage, TimeProvider.System, cancellationToken: TestContext.Current.CancellationToken))
        {
            Assert.Equal(0, await @case.RunAsync("backup", "copy.db"));
        }

        var copy = Path.Combine(@case.Root, "copy.db");
        Assert.Equal([copy], @case.OutputLines);
        var inspection = await DatabaseInspection.ReadAsync(copy, TestContext.Current.CancellationToken);
        Assert.Empty(inspection.Damage);
        Assert.Equal(Realm.Sandbox, inspection.Realm);

        Assert.Equal(1, await @case.RunAsync("backup", "copy.db"));
        Assert.Contains("exists already", @case.Errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_of_nothing_says_so()
    {
        using var @case = new HostCase();

        Assert.Equal(1, await @case.RunAsync("backup"));

        Assert.Contains("There is no database at", @case.Errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_speaks_JSON_to_scripts()
    {
        using var @case = new HostCase();

        var exit = await @case.RunAsync("doctor", "--json");

        using var report = JsonDocument.Parse(@case.Output.ToString());
        Assert.Equal(exit == 0, report.RootElement.GetProperty("good").GetBoolean());
        Assert.Contains(report.RootElement.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("area").GetString() == "token");
    }
}
