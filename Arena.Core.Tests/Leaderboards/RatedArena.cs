using System.Data;
using Arena.Core.Battles;
using Arena.Core.Battles.Settling;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Storage;
using Arena.Core.Tests.Ratings;
using Dapper;

namespace Arena.Core.Tests.Leaderboards;

/// <summary>A real database that settled battles are written into by the hundred, and the boards that follow them.</summary>
internal sealed class RatedArena : IAsyncDisposable
{
    private const string PutBattle = """
        insert into battles (id, server_id, channel_id, starter_id, prompt, source, category, language, state, model_a, model_b, pair_probability,
            uniform_probability, created_at, quorum, minimum_ballots, settled_at, settle_cause, verdict, size_a, size_b, size_max)
        values (@Battle, @Server, 1, 1, 'Why?', 'Typed', @Category, @Language, 'Settled', @ModelA, @ModelB, @Drawn, 1, 0, 25, 1, @At, 'ClosingTime',
            @Verdict, @SizeA, @SizeB, @SizeMax)
        """;

    private const string PutAnswer = """
        insert into answers (battle_id, turn, side, text, thinking, prompt_tokens, output_tokens, load_ms, first_token_ms, generating_ms,
            tokens_per_second, done_reason, headings, list_items, bold)
        values (@Battle, @Turn, @Side, 'Because.', '', 1, @Tokens, 0, 0, 0, 0, 'stop', @Headings, @ListItems, @Bold)
        """;

    private readonly TempFolder _folder = new();
    private long _lastAt;
    private int _battles;

    private RatedArena(DateTimeOffset? start) => Time = new ManualTime(start);

    public ManualTime Time { get; }

    public CapturedLog Log { get; } = new();

    public Database Database { get; private set; } = null!;

    public BradleyTerryOptions Options { get; init; } = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<RatedArena> OpenAsync(DateTimeOffset? start = null, BradleyTerryOptions? options = null, params string[] tags)
    {
        var arena = new RatedArena(start) { Options = options ?? new BradleyTerryOptions() };
        arena.Database = await Database.OpenAsync(
            new StorageOptions { DataFolder = arena._folder.Path, Realm = Realm.Sandbox }, arena.Time, arena.Log, Token);
        await arena.AddModelsAsync(tags);
        return arena;
    }

    /// <summary>The battles of a golden set on one server, two days after the last.</summary>
    public static async Task<RatedArena> OfAsync(GoldenSet golden, int provisional = 10, DrawWeights weights = DrawWeights.None)
    {
        var arena = await OpenAsync(
            golden.Comparisons.Max(battle => battle.SettledAt).AddDays(2),
            new BradleyTerryOptions { ProvisionalBattles = provisional, DrawWeights = weights },
            [.. golden.Comparisons.SelectMany(battle => new[] { battle.ModelA, battle.ModelB }).Distinct()]);
        await arena.SettleAsync(
            golden.Comparisons, category: battle => golden.Categories[battle.Battle],
            language: battle => golden.Languages[battle.Battle] is "und" ? null : golden.Languages[battle.Battle]);
        return arena;
    }

    public Task AddModelsAsync(params IEnumerable<string> tags) => Task.WhenAll(tags.Select(tag => AddModelAsync(tag)));

    /// <summary>A model of the roster, shown by its tag unless it has a name.</summary>
    public Task AddModelAsync(string tag, string? name = null, double? size = null, string status = "Active") => WriteAsync(
        """
        insert into models (tag, display_name, parameters_billions, kind, capabilities, status, added_at, changed_at)
        values (@tag, @name, @size, 'Instruct', 'completion,tools', @status, 0, 0)
        """,
        new { tag, name = name ?? tag, size, status });

    /// <summary>Boards as a process has them that has just started on this database.</summary>
    public LiveBoards NewBoards(long room = long.MaxValue) =>
        new(new BoardStore(Database), Options, Time, Microsoft.Extensions.Logging.LoggerFactoryExtensions.CreateLogger<LiveBoards>(Log)) { Room = room };

    public LeaderboardReader Reader(LiveBoards boards) => new(
        new LeaderboardStore(Database), new ComparisonStore(Database), boards, new EloOptions(),
        new BoardOptions { ProvisionalBattles = Options.ProvisionalBattles });

    /// <summary>A reader of its own at each call: nothing is kept from one to the next.</summary>
    public ChartReader Charts => new(NewBoards(), new LeaderboardStore(Database), new BallotCountStore(Database));

    public RatingReplay Replay(LiveBoards boards) => new(
        Database, new EloOptions(), Options, boards, Time, Microsoft.Extensions.Logging.LoggerFactoryExtensions.CreateLogger<RatingReplay>(Log));

    public RatingRecompute Recompute() => new(Database, Replay(NewBoards()), new EloOptions(), Options, Time);

    /// <summary>Battles settle: at the moments that they say, in their order, never two at the same.</summary>
    public Task SettleAsync(
        IEnumerable<Comparison> battles, ulong server = 1, Func<Comparison, string?>? category = null, Func<Comparison, string?>? language = null) => WriteAsync(
        (connection, transaction) =>
        {
            connection.Execute("insert into servers (id, first_seen_at) values (@server, 0) on conflict do nothing", new { server = (long)server }, transaction);
            foreach (var battle in battles.OrderBy(b => b.SettledAt).ThenBy(b => b.Battle))
                Settle(connection, transaction, battle, (long)server, category?.Invoke(battle), language?.Invoke(battle));
            return 0;
        });

    /// <summary>A battle settles now, and the boards hear of it.</summary>
    public async Task SettleAsync(LiveBoards boards, string modelA, string modelB, Tally tally, ulong server = 1, string? category = null)
    {
        await SettleAsync([new Comparison(++_battles + 1_000_000, Time.GetUtcNow(), modelA, modelB, tally, null, null, 1)], server, _ => category);
        Tell(boards, server, category);
    }

    public static void Tell(LiveBoards boards, ulong server = 1, string? category = null) => ((IRatingListener)boards).Settled(new Battle
    {
        Id = new BattleId(1), Server = new ServerId(server), Channel = new ChannelId(1), Starter = new MemberId(1), Prompt = "Why?",
        Source = PromptSource.Typed, Category = category, State = BattleState.Settled, ModelA = "a", ModelB = "b", PairProbability = 1,
        UniformProbability = 1, CreatedAt = default, Quorum = 1, MinimumBallots = 1,
    });

    /// <summary>The official board of a scope, made of nothing but the stored battles.</summary>
    public async Task<BradleyTerryFit> FromScratchAsync(Scope scope) => BradleyTerry.Fit(
        ComparisonTable.Of(await new ComparisonStore(Database).ReadAsync(scope, null, withStyles: false, Token)), Options, Token);

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql)
    {
        await using var connection = await Database.OpenReadAsync(Token);
        return [.. await connection.QueryAsync<T>(sql)];
    }

    public Task<int> ExecuteAsync(string sql) => WriteAsync(sql, new { });

    public Task<int> WriteAsync(string sql, object parameters) =>
        WriteAsync((connection, transaction) => connection.Execute(sql, parameters, transaction));

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder.Dispose();
    }

    private void Settle(IDbConnection connection, IDbTransaction transaction, Comparison battle, long server, string? category, string? language)
    {
        // As settlement does it.
        var at = Math.Max(battle.SettledAt.ToUnixTimeMilliseconds(), _lastAt + 1);
        _lastAt = at;
        var settled = battle with { SettledAt = DateTimeOffset.FromUnixTimeMilliseconds(at) };
        connection.Execute(
            PutBattle,
            new
            {
                battle.Battle, Server = server, Category = category, Language = language, battle.ModelA, battle.ModelB, At = at,
                Drawn = battle.DrawRatio is { } ratio and not double.PositiveInfinity ? 1 / ratio : 0,
                Verdict = battle.Tally.Verdict?.ToString(), battle.SizeA, battle.SizeB, battle.SizeMax,
            },
            transaction);
        PutStyle("A", battle.StyleA);
        PutStyle("B", battle.StyleB);
        var member = 0;
        foreach (var (choice, count) in new[] { ("A", battle.Tally.A), ("B", battle.Tally.B), ("Tie", battle.Tally.Tie), ("BothBad", battle.Tally.BothBad) })
        for (var i = 0; i < count; i++)
        {
            connection.Execute(
                "insert into ballots (battle_id, member_id, choice, counted, reason, cast_at) values (@Battle, @member, @choice, 1, null, 0)", new { battle.Battle, member = ++member, choice }, transaction);
        }

        // One that is not counted, which must count nowhere.
        connection.Execute("insert into ballots (battle_id, member_id, choice, counted, reason, cast_at) values (@Battle, 999, 'A', 0, 'SeveralStanding', 0)", new { battle.Battle }, transaction);
        RatingBook.Enter(connection, transaction, new RatedBattle(server, category, settled), new EloOptions());

        void PutStyle(string side, AnswerStyle? written)
        {
            // Two turns, so that the sum of both is what was given.
            if (written is not { } style)
                return;
            connection.Execute(PutAnswer, new { battle.Battle, Turn = 1, Side = side, Tokens = style.Tokens - 1, style.Headings, ListItems = 0, style.Bold }, transaction);
            connection.Execute(PutAnswer, new { battle.Battle, Turn = 2, Side = side, Tokens = 1, Headings = 0, style.ListItems, Bold = 0 }, transaction);
        }
    }

    private Task<T> WriteAsync<T>(Func<IDbConnection, IDbTransaction, T> work) => Database.Writer.WriteAsync(work, Token);
}
