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

    public Task<IReadOnlyList<RatingSeries>> HistoriesAsync(
        IReadOnlyList<string> tags, RatingSystem system, Scope scope, CancellationToken cancellationToken) => ReadAsync(
        async transaction =>
        {
            var series = new List<RatingSeries>(tags.Count);
            foreach (var tag in tags)
            {
                if (await ModelAsync(transaction, tag, cancellationToken) is { } model)
                    series.Add(new RatingSeries(model, system, scope, await HistoryRows.ReadAsync(transaction, tag, system, scope, cancellationToken)));
            }

            return (IReadOnlyList<RatingSeries>)series;
        },
        cancellationToken);

    public Task<IReadOnlyDictionary<string, Model>> ModelsAsync(CancellationToken cancellationToken) => ReadAsync<IReadOnlyDictionary<string, Model>>(
        async transaction =>
        {
            var rows = await transaction.Connection!.QueryAsync<ModelRow>(
                new CommandDefinition(ModelStore.Select, transaction: transaction, cancellationToken: cancellationToken));
            return rows.Select(row => row.ToModel()).ToDictionary(model => model.Tag, StringComparer.Ordinal);
        },
        cancellationToken);

    private async Task<T> ReadAsync<T>(Func<DbTransaction, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: true);
        return await read(transaction);
    }

    private const string Rated = $"""
        select {ModelStore.ModelColumns}, r.rating, r.wins, r.losses, r.ties, r.ballots
        from ratings r join models m on m.tag = r.tag
        where r.system = 'Elo' and r.server_id = @Server and r.category = @Category
        """;

    /// <summary>All models with a rating in the scope. Wins, losses and ties stand beside the Elo: Score is made of them alone.</summary>
    private static async Task<IReadOnlyList<RatedModel>> RatedAsync(
        DbTransaction transaction, Scope scope, CancellationToken cancellationToken)
    {
        var rows = await transaction.Connection!.QueryAsync<ModelRow, RatingRow, RatedModel>(
            Command(transaction, Rated, ScopeKey.Of(scope), cancellationToken),
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
            Command(transaction, scope.Server is null ? LastEverywhere : LastOnServer, ScopeKey.Of(scope), cancellationToken)));

    private const string OneModel = $"select {ModelStore.ModelColumns} from models m where m.tag = @tag and m.removed_at is null";

    /// <summary>A model of the roster, whatever its status.</summary>
    private static async Task<Model?> ModelAsync(DbTransaction transaction, string tag, CancellationToken cancellationToken)
    {
        var row = await transaction.Connection!.QuerySingleOrDefaultAsync<ModelRow>(
            Command(transaction, OneModel, new { tag }, cancellationToken));
        return row?.ToModel();
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
        var key = ScopeKey.Of(scope);
        var rows = await transaction.Connection!.QueryAsync<FoughtRow>(
            Command(transaction, Fought, new { Tag = tag, key.Server, key.Category, Count = count }, cancellationToken));
        return [.. rows.Select(r => r.ToBattle())];
    }

    private static BattleRecord Record(RatingRow row) => new((int)row.Wins, (int)row.Losses, (int)row.Ties, (int)row.Ballots);

    private static CommandDefinition Command(DbTransaction transaction, string sql, object parameters, CancellationToken cancellationToken) =>
        new(sql, parameters, transaction, cancellationToken: cancellationToken);

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
}
