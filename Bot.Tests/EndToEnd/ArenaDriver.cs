using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using Sandbox;

namespace Bot.Tests.EndToEnd;

/// <summary>The whole arena on the wire: the sandbox in this process, the bot in its own, members over HTTP, and a look at the database.</summary>
internal sealed class ArenaDriver : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("arena-").FullName;
    private readonly List<MemberClient> members = [];
    private readonly Dictionary<string, string> settings;
    private readonly SandboxServer sandbox;
    private BotProcess? bot;

    private ArenaDriver(SandboxServer sandbox, string trafficFile, IEnumerable<(string Name, string Value)> settings)
    {
        this.sandbox = sandbox;
        TrafficFile = trafficFile;
        this.settings = new Dictionary<string, string>
        {
            ["ARENA_DISCORD_URL"] = sandbox.Address.ToString().TrimEnd('/'),
            ["DISCORD_TOKEN"] = "sandbox-bot",
            ["OLLAMA_HOST"] = new Uri(sandbox.Address, "/ollama").ToString(),
            ["ARENA_MODELS"] = "demo",
            ["ARENA_DATA"] = DataFolder,
            ["ARENA_STREAMING"] = "complete",
        };
        foreach (var (name, value) in settings)
            this.settings[name] = value;
    }

    public Uri Address => sandbox.Address;
    public string TrafficFile { get; }
    public string DataFolder => Path.Combine(folder, "data");
    public IReadOnlyDictionary<string, string> Environment => settings;
    public BotProcess Bot => bot ?? throw new InvalidOperationException("The bot is not running.");
    public MemberClient Alice => members[0];
    public MemberClient Bob => members[1];
    public MemberClient Carol => members[2];
    public MemberClient Dave => members[3];
    public IReadOnlyList<MemberClient> Members => members;

    public static async Task<ArenaDriver> StartAsync(params (string Name, string Value)[] settings)
    {
        var driver = await WithoutBotAsync(settings);
        try
        {
            await driver.StartBotAsync();
            return driver;
        }
        catch
        {
            await driver.DisposeAsync();
            throw;
        }
    }

    public static async Task<ArenaDriver> WithoutBotAsync(params (string Name, string Value)[] settings)
    {
        var traffic = Path.GetTempFileName();
        var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Port = 0, TrafficFile = traffic }, TestContext.Current.CancellationToken);
        var driver = new ArenaDriver(sandbox, traffic, settings);
        foreach (var name in new[] { "alice", "bob", "carol", "dave" })
            driver.members.Add(await driver.JoinAsync($"sandbox-{name}"));
        await driver.SpeedUpModelsAsync();
        return driver;
    }

    public async Task StartBotAsync() => bot = await BotProcess.StartReadyAsync(settings);

    public async Task KillBotAsync()
    {
        await Bot.DisposeAsync();
        bot = null;
    }

    public async Task<MemberClient> NewMemberAsync(string name)
    {
        var made = await Alice.PostAsync("sandbox/members", new JsonObject { ["name"] = name });
        var member = await JoinAsync((string)made["token"]!);
        members.Add(member);
        return member;
    }

    /// <summary>A battle started by Alice, with voting open.</summary>
    public async Task<SeenMessage> BattleAsync(string prompt = "Which is heavier, a pound of feathers or a pound of lead?")
    {
        await Alice.CommandAsync("battle", ("prompt", prompt));
        return await Alice.SeeAsync(message => message.IsVoting && message.Everything.Contains(prompt[..Math.Min(20, prompt.Length)], StringComparison.Ordinal));
    }

    /// <summary>Discord misbehaves: docs/sandbox.md has the table.</summary>
    public Task FaultAsync(JsonObject fault) => Alice.PostAsync("sandbox/faults", fault);

    public Task ClearFaultsAsync() => Alice.DeleteAsync("sandbox/faults");

    /// <summary>The next answers of the demo models go wrong: docs/demo-models.md has the table.</summary>
    public Task SpoilAnswersAsync(string fault, int times) =>
        ModelsAsync(new JsonObject { ["faults"] = new JsonArray(new JsonObject { ["fault"] = fault, ["times"] = times }) });

    public Task HealModelsAsync() => Alice.DeleteAsync("/ollama/sandbox/faults");

    /// <summary>A variable for the next start of the bot.</summary>
    public void Set(string variable, string value) => settings[variable] = value;

    public Task SpeedUpModelsAsync() => ModelsAsync(new JsonObject { ["tokens_per_second"] = 10_000, ["load_ms"] = 0 });

    public Task SlowDownModelsAsync() => ModelsAsync(new JsonObject { ["tokens_per_second"] = 3, ["load_ms"] = 0 });

    /// <summary>Rows of the bot's own database, read beside the running bot.</summary>
    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = Path.Combine(DataFolder, "arena.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return [.. connection.Query<T>(sql, parameters)];
    }

    public async ValueTask DisposeAsync()
    {
        if (bot is not null)
            await bot.DisposeAsync();
        foreach (var member in members)
            member.Dispose();
        await sandbox.DisposeAsync();
        TrafficFixture.Keep(TrafficFile);
        Directory.Delete(folder, recursive: true);
    }

    private Task ModelsAsync(JsonObject change) => Alice.PostAsync("/ollama/sandbox/faults", change);

    private async Task<MemberClient> JoinAsync(string token)
    {
        using var look = new MemberClient(Address, token) { Server = "", Channel = "" };
        var server = (string)(await look.GetAsync("users/@me/guilds")).AsArray()[0]!["id"]!;
        var channel = (await look.GetAsync($"guilds/{server}/channels")).AsArray().First(candidate => (string)candidate!["name"]! == "arena")!;
        return new MemberClient(Address, token) { Server = server, Channel = (string)channel["id"]! };
    }
}
