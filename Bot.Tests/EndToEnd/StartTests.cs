using Arena.Core.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Tests.EndToEnd;

/// <summary>Starts that go well write no more than they must; starts that can not go well say why, and touch nothing.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task A_second_start_finds_its_commands_registered_and_writes_none()
    {
        await using var arena = await ArenaDriver.StartAsync();
        Assert.Equal("PUT 1", await CommandWritesAsync(arena));

        await arena.KillBotAsync();
        await arena.StartBotAsync();

        Assert.Equal("PUT 1", await CommandWritesAsync(arena));
    }

    [Fact]
    public async Task A_broken_arena_json_is_told_with_file_key_value_and_expectation_and_nothing_is_connected()
    {
        await using var arena = await ArenaDriver.WithoutBotAsync();
        var config = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(arena.DataFolder)!, "config")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(config, "arena.json"), """{ "battles": { "quorum": "lots" } }""", TestContext.Current.CancellationToken);
        arena.Set("ARENA_CONFIG", config);

        await EndsWithAsync(arena, $"""{Path.Combine(config, "arena.json")}: battles.quorum is "lots"; expected a whole number from 1 to 100000""");

        Assert.False(Directory.Exists(arena.DataFolder));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        await using var arena = await ArenaDriver.WithoutBotAsync();
        var storage = new StorageOptions { DataFolder = arena.DataFolder, Realm = Realm.Sandbox };
        await using (await Database.OpenAsync(storage, TimeProvider.System, cancellationToken: TestContext.Current.CancellationToken))
        {
        }

        await using (var database = new SqliteConnection($"Data Source={storage.DatabasePath};Pooling=False"))
            await database.ExecuteAsync("pragma user_version = 4711");

        await EndsWithAsync(arena, "4711");

        Assert.Equal(4711, arena.Query<int>("pragma user_version").Single());
        Assert.Empty(arena.Query<string>("select tag from models"));
    }

    /// <summary>The bot ends with 1 and one line that says this, before it asked Discord anything.</summary>
    private static async Task EndsWithAsync(ArenaDriver arena, string sentence)
    {
        await using var bot = BotProcess.Start(arena.Environment);
        Assert.Equal(1, await bot.ExitAsync());
        Assert.Contains(sentence, bot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", bot.Output, StringComparison.Ordinal);   // no stack trace
        var traffic = await arena.Alice.GetAsync("sandbox/traffic");
        Assert.Equal((0, 0), ((int)traffic["total"]!, (int)traffic["gateway"]!["connections"]!));
    }

    private static async Task<string> CommandWritesAsync(ArenaDriver arena) => string.Join(
        ", ",
        from route in (await arena.Alice.GetAsync("sandbox/traffic"))["routes"]!.AsArray()
        where (string)route!["method"]! != "GET" && ((string)route["template"]!).Contains("/commands", StringComparison.Ordinal)
        from status in route["statuses"]!.AsObject()
        select $"{route["method"]} {status.Value}");
}
