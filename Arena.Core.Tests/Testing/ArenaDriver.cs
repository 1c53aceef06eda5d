using Arena.Core.Battles;
using Arena.Core.Battles.Showing;
using Arena.Core.Battles.Starting;
using Arena.Core.Battles.Voting;
using Arena.Core.Inference;
using Arena.Core.Leaderboards;
using Arena.Core.Prompts;
using Arena.Core.Roster;
using Arena.Core.Servers;
using Arena.Core.Storage;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Arena.Core.Tests.Testing;

/// <summary>The arena on a real database, with scripted models, a recorded channel and a clock that stands still.</summary>
internal sealed class ArenaDriver : IAsyncDisposable, IBenchListener
{
    public static readonly ServerId Server = new(100);
    public static readonly ChannelId Channel = new(200);
    public static readonly MemberId Alice = new(ulong.MaxValue - 1);    // a snowflake beyond the signed numbers

    private readonly TempFolder _folder = new();
    private readonly ArenaCoreOptions _options;
    private ServiceProvider _services = null!;
    private CancellationTokenSource _stop = null!;
    private Task _engine = Task.CompletedTask;
    private int _deaths;

    private ArenaDriver(BattleOptions battles) => _options = new ArenaCoreOptions
    {
        Battles = battles,
        Prompts = [new LibraryPrompt("What is two and two?", "math"), new LibraryPrompt("Name a bird.", "knowledge")],
    };

    public ManualTime Time { get; } = new();

    public ScriptedHost Host { get; } = new ScriptedHost().With("fox:1b").With("owl:7b", 7);

    /// <summary>Hears of models that were benched by themselves.</summary>
    public Action<ModelBenched>? OnBenched { get; set; }

    public RecordingScreen Screen { get; } = new();

    public RecordingPullScreen PullScreen { get; } = new();

    public KnownMembers Members { get; } = new();

    public RecordingSummaries Summaries { get; } = new();

    public CapturedLog Log { get; } = new();

    public Database Database { get; private set; } = null!;

    public BattleDesk Desk => Get<BattleDesk>();

    public PullDesk Pulls => Get<PullDesk>();

    public BallotBox Box => Get<BallotBox>();

    public BattleEngine Engine => Get<BattleEngine>();

    public RosterService Roster => Get<RosterService>();

    public RosterKeeping Keeping => Get<RosterKeeping>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Answers appear when they are whole, unless the options say otherwise: nothing waits for the clock then.</summary>
    public static async Task<ArenaDriver> StartAsync(BattleOptions? options = null, Action<ArenaDriver>? prepare = null)
    {
        var arena = new ArenaDriver(options ?? new BattleOptions { Streaming = RevealOfText.Complete, Seed = 1 });
        prepare?.Invoke(arena);
        await arena.OpenAsync(arena._folder.Path);
        await arena.Roster.SeedAsync([.. arena.Host.Models.Select(model => new ModelSeed(model.Tag))], Token);
        arena.Run();
        return arena;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The process dies now, as by kill -9: what is in the files is all that is left. Another one is opened on them.</summary>
    /// <param name="run">Whether its engine starts, too.</param>
    public async Task DieAndRestartAsync(bool run = true)
    {
        var left = Path.Combine(_folder.Path, $"left-{++_deaths}");
        Directory.CreateDirectory(left);
        foreach (var file in new[] { Database.Path, Database.Path + "-wal" }.Where(File.Exists))
            File.Copy(file, Path.Combine(left, Path.GetFileName(file)));
        var before = Screen.Before;
        Screen.Before = (_, _) => throw new OperationCanceledException("the process is dead");
        await CloseAsync();
        Screen.Before = before;
        await OpenAsync(left);
        await Roster.SeedAsync([], Token);
        if (run)
            Run();
    }

    void IBenchListener.Benched(ModelBenched benched) => OnBenched?.Invoke(benched);

    public void Run() => _engine = Task.Run(() => Task.WhenAll(Engine.RunAsync(_stop.Token), Pulls.RunAsync(_stop.Token)));

    public BattleRequest Request(string prompt = "Why is the sky blue?", MemberId? starter = null, ServerId? server = null) =>
        new(server ?? Server, Channel, starter ?? Alice, prompt, PromptSource.Typed, null);

    /// <summary>Asks for a battle, and expects to get it.</summary>
    public async Task<Battle> StartBattleAsync(BattleRequest? request = null) =>
        Assert.IsType<StartResult.Started>(await Desk.StartAsync(request ?? Request(), Token)).Battle;

    /// <summary>Asks for a battle, and waits until its vote is open and shown, with its choices offered.</summary>
    public async Task<Battle> OpenVoteAsync(BattleRequest? request = null)
    {
        var battle = await StartBattleAsync(request);
        await VoteIsOpenAsync(battle.Id);
        return await FindAsync(battle.Id);
    }

    public Task VoteIsOpenAsync(BattleId battle, int offers = 1) => Eventually.TrueAsync(
        () => Screen.Find(battle) is { Offers: var offered } message && offered >= offers && message.Latest.Battle.State == BattleState.Voting,
        "the vote is open");

    public Task IsShownAsync(BattleId battle, BattleState state) => Eventually.TrueAsync(
        () => Screen.Find(battle)?.Latest.Battle.State == state, $"the message shows {state}");

    public async Task<Battle> FindAsync(BattleId battle) => (await Desk.FindAsync(battle, Token))!;

    /// <summary>Waits until it is stored, too, that the message shows it.</summary>
    public Task IsKnownToBeShownAsync(BattleId battle, BattleState state) => Eventually.TrueAsync(
        async () => await QueryAsync<string?>($"select shown_state from battles where id = {battle}") == state.ToString(), $"it is known that the message shows {state}");

    public Task IsStoredAsync(BattleId battle, BattleState state) =>
        Eventually.TrueAsync(async () => (await FindAsync(battle)).State == state, $"the battle is {state}");

    public static MemberId Member(int number) => new(1_000 + (ulong)number);

    /// <summary>A member reacts, and the arena hears of it.</summary>
    public async Task<CastResult> ReactAsync(Battle battle, MemberId member, Choice choice)
    {
        Screen.React(battle.Id, member, choice);
        return await Box.CastAsync(Screen.Find(battle.Id)!.Id, new Voter(member, null), choice, Token);
    }

    /// <summary>A member takes a reaction back, and the arena hears of it.</summary>
    public async Task<CastResult> UnreactAsync(Battle battle, MemberId member, Choice choice)
    {
        Screen.Unreact(battle.Id, member, choice);
        return await Box.WithdrawAsync(Screen.Find(battle.Id)!.Id, member, choice, Token);
    }

    /// <summary>The counted ballots, by member.</summary>
    public async Task<Dictionary<MemberId, Choice>> BallotsAsync(Battle battle)
    {
        await using var connection = await Database.OpenReadAsync(Token);
        var ballots = await connection.QueryAsync<(long Member, string Choice)>(
            "select member_id, choice from ballots where battle_id = @Id and counted = 1", new { Id = battle.Id.Value });
        return ballots.ToDictionary(
            ballot => new MemberId(unchecked((ulong)ballot.Member)), ballot => Enum.Parse<Choice>(ballot.Choice));
    }

    public async Task<T?> QueryAsync<T>(string sql)
    {
        await using var connection = await Database.OpenReadAsync(Token);
        return await connection.ExecuteScalarAsync<T>(sql);
    }

    public async Task<RevealResult> RevealAsync(Battle battle, MemberId? by = null, bool isModerator = false) =>
        await Desk.RevealAsync(battle.Id, by ?? battle.Starter, isModerator, Token);

    public void NothingWarned() => Assert.Empty(Log.Warnings);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _folder.Dispose();
    }

    private async Task OpenAsync(string folder)
    {
        _stop = new CancellationTokenSource();
        Database = await Database.OpenAsync(new StorageOptions { DataFolder = folder, Realm = Realm.Sandbox }, Time, Log, Token);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<ILoggerFactory>(Log)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddArenaCore(Database, _options)
            .AddSingleton(new Fleet([new FleetNode(new Uri("http://127.0.0.1:1"), Host)], Time, NullLogger<Fleet>.Instance))
            .AddSingleton<IBattleScreen>(Screen)
            .AddSingleton<IPullScreen>(PullScreen)
            .AddSingleton<IBenchListener>(this)
            .AddSingleton<ISummaryScreen>(Summaries)
            .AddSingleton<IMembership>(Members)
            .BuildServiceProvider();
        await Get<ServerSettingsBook>().LoadAsync(Token);
    }

    private async Task CloseAsync()
    {
        await _stop.CancelAsync();
        await _engine.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _services.DisposeAsync();
        await Database.DisposeAsync();
        _stop.Dispose();
    }
}
