using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using Sandbox;

namespace Bot.Tests.EndToEnd;

/// <summary>The whole arena on the wire: the sandbox in this process, the bot in its own, members over HTTP, and a look at the database.</summary>
internal sealed class ArenaDriver : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<MemberClient> _members = [];
    private readonly Dictionary<string, string> _settings;
    private readonly SandboxServer _sandbox;
    private BotProcess? _bot;

    private ArenaDriver(SandboxServer sandbox, string trafficFile, IEnumerable<(string Name, string Value)> settings)
    {
        _sandbox = sandbox;
        TrafficFile = trafficFile;
        _settings = new Dictionary<string, string>
        {
            ["ARENA_DISCORD_URL"] = sandbox.Address.ToString().TrimEnd('/'),
            ["DISCORD_TOKEN"] = "sandbox-bot",
            ["OLLAMA_HOST"] = new Uri(sandbox.Address, "/ollama").ToString(),
            ["ARENA_MODELS"] = "demo",
            ["ARENA_DATA"] = DataFolder,
            ["ARENA_STREAMING"] = "complete",
        };
        foreach (var (name, value) in settings)
            _settings[name] = value;
    }

    public Uri Address => _sandbox.Address;
    public string TrafficFile { get; }
    public string DataFolder => Path.Combine(_folder.Path, "data");
    public IReadOnlyDictionary<string, string> Environment => _settings;
    public BotProcess Bot => _bot ?? throw new InvalidOperationException("The bot is not running.");
    public MemberClient Alice => _members[0];
    public MemberClient Bob => _members[1];
    public MemberClient Carol => _members[2];
    public MemberClient Dave => _members[3];
    public IReadOnlyList<MemberClient> Members => _members;

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

    /// <summary>An arena whose server has other rules than the operator's, from before the bot started.</summary>
    /// <param name="rules">As <c>server_settings</c> holds them.</param>
    public static async Task<ArenaDriver> StartWithRulesAsync(params (string Key, string Value)[] rules)
    {
        var driver = await StartAsync();
        await driver.KillBotAsync();
        driver.SetRules(rules);
        await driver.StartBotAsync();
        return driver;
    }

    public static async Task<ArenaDriver> WithoutBotAsync(params (string Name, string Value)[] settings)
    {
        var traffic = Path.GetTempFileName();
        var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Port = 0, TrafficFile = traffic }, TestContext.Current.CancellationToken);
        var driver = new ArenaDriver(sandbox, traffic, settings);
        foreach (var name in new[] { "alice", "bob", "carol", "dave" })
            driver._members.Add(await driver.JoinAsync($"sandbox-{name}"));
        await driver.SpeedUpModelsAsync();
        return driver;
    }

    public async Task StartBotAsync() => _bot = await BotProcess.StartReadyAsync(_settings);

    public async Task KillBotAsync()
    {
        await Bot.DisposeAsync();
        _bot = null;
    }

    /// <summary>Changes the rules of the server in the database of a bot that does not run.</summary>
    public void SetRules(params (string Key, string Value)[] rules)
    {
        foreach (var (key, value) in rules)
            Change("insert or replace into server_settings select id, @key, @value from servers", new { key, value });
    }

    /// <summary>Changes the database of a bot that does not run.</summary>
    public void Change(string sql, object? parameters = null)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = Path.Combine(DataFolder, "arena.db"), Pooling = false }.ToString());
        connection.Open();
        connection.Execute(sql, parameters);
    }

    /// <summary>A further server that the bot is in, with one channel.</summary>
    /// <param name="owner">Name of a member, who moderates there.</param>
    /// <returns>The owner in that channel.</returns>
    public async Task<MemberClient> NewServerAsync(string name, string owner)
    {
        var made = await Alice.PostAsync("sandbox/guilds", new JsonObject { ["name"] = name, ["owner"] = owner, ["channels"] = new JsonArray("talk") });
        return new MemberClient(Address, $"sandbox-{owner}") { Server = (string)made["id"]!, Channel = (string)made["channels"]![0]!["id"]! };
    }

    /// <summary>
    /// Discord shows a command to everybody, as an administrator can have it: then what a member calls reaches the bot, and it is the bot that says no.
    /// </summary>
    public async Task ShowToAllAsync(string command)
    {
        using var bot = new MemberClient(Address, $"Bot {_settings["DISCORD_TOKEN"]}") { Server = "", Channel = "" };
        var shown = (await Alice.GetAsync($"guilds/{Alice.Server}/application-command-index"))["application_commands"]!.AsArray()
            .Single(candidate => (string)candidate!["name"]! == command)!;
        await bot.PatchAsync(
            $"applications/{shown["application_id"]}/commands/{shown["id"]}", new JsonObject { ["default_member_permissions"] = null });
    }

    /// <param name="created">When the account was made; null for now. It joins the server now.</param>
    public async Task<MemberClient> NewMemberAsync(string name, DateTimeOffset? created = null)
    {
        var made = await Alice.PostAsync("sandbox/members", new JsonObject { ["name"] = name, ["created_at"] = created?.ToString("o") });
        var member = await JoinAsync((string)made["token"]!);
        _members.Add(member);
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
    public void Set(string variable, string value) => _settings[variable] = value;

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
        if (_bot is not null)
            await _bot.DisposeAsync();
        foreach (var member in _members)
            member.Dispose();
        await _sandbox.DisposeAsync();
        TrafficFixture.Keep(TrafficFile);
        _folder.Dispose();
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
