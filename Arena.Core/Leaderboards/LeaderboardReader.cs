using System.Data.Common;
using Arena.Core.Ratings;
using Arena.Core.Storage;

namespace Arena.Core.Leaderboards;

/// <summary>Boards, cards and histories, as of the last settled battle.</summary>
public sealed class LeaderboardReader
{
    private const int Recent = 10;

    private readonly LeaderboardStore _store;
    private readonly EloOptions _elo;
    private readonly BoardOptions _board;

    public LeaderboardReader(Database database, EloOptions elo, BoardOptions board)
    {
        _store = new LeaderboardStore(database);
        _elo = elo;
        _board = board;
    }

    /// <summary>The system of a board that nobody named.</summary>
    public static RatingSystem DefaultSystem => RatingSystem.Elo;

    /// <summary>The board of a system in a scope.</summary>
    public async Task<StandingsResult> ReadAsync(RatingSystem system, Scope scope, CancellationToken cancellationToken)
    {
        if (!IsRated(system))
            return new StandingsResult.NotRatedYet(system);
        var standings = await _store.ReadAsync(t => StandingsAsync(t, system, scope, cancellationToken), cancellationToken);
        return new StandingsResult.Found(standings);
    }

    /// <summary>A model's card in a scope; null when there is no such model on the roster.</summary>
    public Task<ModelRecord?> ModelAsync(string tag, Scope scope, CancellationToken cancellationToken) => _store.ReadAsync(
        async transaction =>
        {
            if (await LeaderboardStore.ModelAsync(transaction, tag, cancellationToken) is not { } model)
                return null;
            var rated = await LeaderboardStore.RatedAsync(transaction, scope, cancellationToken);
            var recent = await LeaderboardStore.FoughtAsync(transaction, tag, scope, Recent, cancellationToken);
            var record = rated.FirstOrDefault(m => m.Model.Tag == tag)?.Record ?? default;
            ModelRating?[] ratings = [Place(RatingSystem.Elo, tag, rated), Place(RatingSystem.Score, tag, rated)];
            return new ModelRecord(model, scope, [.. ratings.OfType<ModelRating>()], record, recent);
        },
        cancellationToken);

    /// <summary>How a model's rating moved, battle by battle.</summary>
    public Task<SeriesResult> HistoryAsync(string tag, RatingSystem system, Scope scope, CancellationToken cancellationToken) =>
        _store.ReadAsync<SeriesResult>(
            async transaction =>
            {
                if (!IsRated(system))
                    return new SeriesResult.NotRatedYet(system);
                if (await LeaderboardStore.ModelAsync(transaction, tag, cancellationToken) is not { } model)
                    return new SeriesResult.NoSuchModel(tag);
                var points = await LeaderboardStore.HistoryAsync(transaction, tag, system, scope, cancellationToken);
                return new SeriesResult.Found(new RatingSeries(model, system, scope, points));
            },
            cancellationToken);

    private static bool IsRated(RatingSystem system) => system is RatingSystem.Elo or RatingSystem.Score;

    private async Task<Standings> StandingsAsync(
        DbTransaction transaction, RatingSystem system, Scope scope, CancellationToken cancellationToken)
    {
        var rated = await LeaderboardStore.RatedAsync(transaction, scope, cancellationToken);
        var last = await LeaderboardStore.LastSettlementAsync(transaction, scope, cancellationToken);
        return new Standings(
            system,
            scope,
            Rows(system, rated),
            // Every battle stands in the record of both its models.
            rated.Sum(m => m.Record.Battles) / 2,
            rated.Sum(m => m.Record.Ballots) / 2,
            last,
            UsesSize: system == RatingSystem.Elo && _elo.UseSize,
            ProvisionalBelow: system == RatingSystem.Elo ? _board.ProvisionalBattles : 0);
    }

    private IReadOnlyList<Standing> Rows(RatingSystem system, IReadOnlyList<RatedModel> rated) => system == RatingSystem.Elo
        ? StandingsBuilder.ByElo(rated, _board)
        : StandingsBuilder.ByScore(rated);

    private ModelRating? Place(RatingSystem system, string tag, IReadOnlyList<RatedModel> rated)
    {
        var rows = Rows(system, rated);
        return rows.FirstOrDefault(r => r.Model.Tag == tag) is { } own
            ? new ModelRating(system, own.Rating, own.Rank, rows.Count(r => r.Rank is not null))
            : null;
    }
}
