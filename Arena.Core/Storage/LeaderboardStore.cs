using System.Data.Common;
using Arena.Core.Battles;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Roster;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>Reads what boards show. What belongs to one answer shares a transaction, so that it is of the same moment.</summary>
internal sealed class LeaderboardStore(Database database) : ILeaderboardStore
{
    private const string ModelColumns = """
        m.tag, m.display_name, m.family, m.parameters_billions, m.quantization, m.kind, m.capabilities, m.status
        """;

    public Task<StoredBoard> BoardAsync(Scope scope, CancellationToken cancellationToken) => ReadAsync(
        async transaction => new StoredBoard(
            await RatedAsync(transaction, scope, cancellationToken), await LastSettlementAsync(transaction, scope, cancellationToken)),
        cancellationToken);

    public Task<StoredCard?> CardAsync(string tag, Scope scope, int battles, CancellationToken cancellationToken) => ReadAsync(
        async transaction => await ModelAsync(transaction, tag, cancellationToken) is { } model
            ? new StoredCard(
                model,
                await RatedAsync(transaction, scope, cancellationToken),
                await FoughtAsync(transaction, tag, scope, battles, cancellationToken))
            : null,
        cancellationToken);

    public Task<RatingSeries?> HistoryAsync(string tag, RatingSystem system, Scope scope, CancellationToken cancellationToken) => ReadAsync(
        async transaction => await ModelAsync(transaction, tag, cancellationToken) is { } model
            ? new RatingSeries(model, system, scope, await PointsAsync(transaction, tag, system, scope, cancellationToken))
            : null,
        cancellationToken);

    /// <summary>The counted battles of a scope as the ratings are computed from them, in order of settlement.</summary>
    public Task<IReadOnlyList<Comparison>> ComparisonsAsync(Scope scope, CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<Comparison>>(
        async transaction =>
        {
            var rows = await transaction.Connection!.QueryAsync<ComparisonRow>(Command(transaction, Settled, Key(scope), cancellationToken));
            return [.. rows.Select(r => r.ToComparison())];
        },
        cancellationToken);

    private async Task<T> ReadAsync<T>(Func<DbTransaction, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: true);
        return await read(transaction);
    }

    private const string Rated = $"""
        select {ModelColumns}, r.rating, r.wins, r.losses, r.ties, r.ballots
        from ratings r join models m on m.tag = r.tag
        where r.system = 'Elo' and r.server_id = @Server and r.category = @Category
        """;

    /// <summary>All models with a rating in the scope. Wins, losses and ties stand beside the Elo: Score is made of them alone.</summary>
    private static async Task<IReadOnlyList<RatedModel>> RatedAsync(
        DbTransaction transaction, Scope scope, CancellationToken cancellationToken)
    {
        var rows = await transaction.Connection!.QueryAsync<ModelRow, RatingRow, RatedModel>(
            Command(transaction, Rated, Key(scope), cancellationToken),
            (model, rating) => new RatedModel(model.ToModel(), rating.Rating, Record(rating)),
            splitOn: "rating");
        return [.. rows];
    }

    // The two indexes by settlement are read from their end: the first row that counts is the answer.
    private const string LastEverywhere = """
        select settled_at from battles
        where settled_at is not null and verdict is not null and (@Category = '' or category = @Category)
        order by settled_at desc limit 1
        """;

    private const string LastOnServer = """
        select settled_at from battles
        where server_id = @Server and settled_at is not null and verdict is not null and (@Category = '' or category = @Category)
        order by settled_at desc limit 1
        """;

    /// <summary>When the last counted battle of the scope settled.</summary>
    private static async Task<DateTimeOffset?> LastSettlementAsync(
        DbTransaction transaction, Scope scope, CancellationToken cancellationToken) =>
        Columns.Instant(await transaction.Connection!.ExecuteScalarAsync<long?>(
            Command(transaction, scope.Server is null ? LastEverywhere : LastOnServer, Key(scope), cancellationToken)));

    private const string OneModel = $"select {ModelColumns} from models m where m.tag = @tag";

    /// <summary>A model of the roster, whatever its status.</summary>
    private static async Task<Model?> ModelAsync(DbTransaction transaction, string tag, CancellationToken cancellationToken)
    {
        var row = await transaction.Connection!.QuerySingleOrDefaultAsync<ModelRow>(
            Command(transaction, OneModel, new { tag }, cancellationToken));
        return row?.ToModel();
    }

    private const string History = """
        select battle_id, at, rating_before, rating_after
        from rating_history
        where tag = @Tag and system = @System and server_id = @Server and category = @Category
        order by at, battle_id
        """;

    /// <summary>How a model's rating moved, in order of settlement.</summary>
    private static async Task<IReadOnlyList<RatingPoint>> PointsAsync(
        DbTransaction transaction, string tag, RatingSystem system, Scope scope, CancellationToken cancellationToken)
    {
        var key = Key(scope);
        var rows = await transaction.Connection!.QueryAsync<HistoryRow>(
            Command(transaction, History, new { Tag = tag, System = system.ToString(), key.Server, key.Category }, cancellationToken));
        return [.. rows.Select(r => r.ToPoint())];
    }

    private const string Fought = """
        select h.battle_id, h.at, h.rating_before, h.rating_after, b.verdict, b.model_a = @Tag as played_a, o.display_name, o.tag
        from rating_history h
        join battles b on b.id = h.battle_id
        join models o on o.tag = case when b.model_a = @Tag then b.model_b else b.model_a end
        where h.tag = @Tag and h.system = 'Elo' and h.server_id = @Server and h.category = @Category and b.verdict is not null
        order by h.at desc, h.battle_id desc
        limit @Count
        """;

    /// <summary>A model's counted battles, newest first.</summary>
    /// <param name="transaction">The moment to read at.</param>
    /// <param name="tag">The model.</param>
    /// <param name="scope">Which battles.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    private static async Task<IReadOnlyList<RecentBattle>> FoughtAsync(
        DbTransaction transaction, string tag, Scope scope, int count, CancellationToken cancellationToken)
    {
        var key = Key(scope);
        var rows = await transaction.Connection!.QueryAsync<FoughtRow>(
            Command(transaction, Fought, new { Tag = tag, key.Server, key.Category, Count = count }, cancellationToken));
        return [.. rows.Select(r => r.ToBattle())];
    }

    private const string Settled = """
        select b.id, b.settled_at, b.model_a, b.model_b, b.size_a, b.size_b, b.size_max,
               coalesce(sum(v.choice = 'A'), 0) as a, coalesce(sum(v.choice = 'B'), 0) as b,
               coalesce(sum(v.choice = 'Tie'), 0) as tie, coalesce(sum(v.choice = 'BothBad'), 0) as both_bad
        from battles b join ballots v on v.battle_id = b.id and v.counted = 1
        where b.settled_at is not null and (@Server = 0 or b.server_id = @Server) and (@Category = '' or b.category = @Category)
        group by b.id
        order by b.settled_at, b.id
        """;

    private static BattleRecord Record(RatingRow row) => new((int)row.Wins, (int)row.Losses, (int)row.Ties, (int)row.Ballots);

    private static ScopeKey Key(Scope scope) => new(scope.Server?.ToColumn() ?? 0, scope.Category ?? "");

    private static CommandDefinition Command(DbTransaction transaction, string sql, object parameters, CancellationToken cancellationToken) =>
        new(sql, parameters, transaction, cancellationToken: cancellationToken);

    private sealed record ScopeKey(long Server, string Category);

    private sealed class HistoryRow
    {
        public long BattleId { get; init; }
        public long At { get; init; }
        public double RatingBefore { get; init; }
        public double RatingAfter { get; init; }

        public RatingPoint ToPoint() => new(new BattleId(BattleId), Columns.Instant(At), RatingBefore, RatingAfter);
    }

    private sealed class FoughtRow
    {
        public long BattleId { get; init; }
        public long At { get; init; }
        public double RatingBefore { get; init; }
        public double RatingAfter { get; init; }
        public string Verdict { get; init; } = "";
        public bool PlayedA { get; init; }
        public string DisplayName { get; init; } = "";
        public string Tag { get; init; } = "";

        public RecentBattle ToBattle() => new(
            new BattleId(BattleId), Columns.Instant(At), Outcome(), DisplayText.Clean(DisplayName.Length == 0 ? Tag : DisplayName), RatingBefore, RatingAfter);

        private BattleOutcome Outcome() => Columns.Parse<Verdict>(Verdict) switch
        {
            Ratings.Verdict.Tie => BattleOutcome.Tied,
            Ratings.Verdict.A => PlayedA ? BattleOutcome.Won : BattleOutcome.Lost,
            _ => PlayedA ? BattleOutcome.Lost : BattleOutcome.Won,
        };
    }

    private sealed class ComparisonRow
    {
        public long Id { get; init; }
        public long SettledAt { get; init; }
        public string ModelA { get; init; } = "";
        public string ModelB { get; init; } = "";
        public double? SizeA { get; init; }
        public double? SizeB { get; init; }
        public double? SizeMax { get; init; }
        public int A { get; init; }
        public int B { get; init; }
        public int Tie { get; init; }
        public int BothBad { get; init; }

        public Comparison ToComparison() =>
            new(Id, Columns.Instant(SettledAt), ModelA, ModelB, new Tally(A, B, Tie, BothBad), SizeA, SizeB, SizeMax);
    }
}
