using Arena.Core.Ratings;

namespace Arena.Core.Leaderboards;

/// <summary>Boards, cards and histories, as of the last settled battle.</summary>
public sealed class LeaderboardReader
{
    private const int Recent = 10;

    private readonly ILeaderboardStore _store;
    private readonly IComparisonStore _comparisons;
    private readonly OfficialBoards _official;
    private readonly EloOptions _elo;
    private readonly BoardOptions _board;

    internal LeaderboardReader(
        ILeaderboardStore store, IComparisonStore comparisons, LiveBoards live, EloOptions elo, BoardOptions board) =>
        (_store, _comparisons, _official, _elo, _board) = (store, comparisons, new OfficialBoards(live, new StyleBoards(comparisons, live.Options), store), elo, board);

    /// <summary>The system of a board that nobody named.</summary>
    public static RatingSystem DefaultSystem => RatingSystem.BradleyTerry;

    /// <summary>The board of a system in a scope.</summary>
    /// <param name="system">What it ranks by.</param>
    /// <param name="scope">What it counts.</param>
    /// <param name="styleControlled">
    /// Whether length and layout of the answers are held equal; Bradley–Terry alone can do that, the others take no notice of it.
    /// </param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<StandingsResult> ReadAsync(
        RatingSystem system, Scope scope, bool styleControlled, CancellationToken cancellationToken) =>
        system == RatingSystem.BradleyTerry
            ? await _official.StandingsAsync(scope, styleControlled, cancellationToken)
            : new StandingsResult.Found(Standings(system, scope, await _store.BoardAsync(scope, cancellationToken)));

    /// <summary>A model's card in a scope; null when there is no such model on the roster.</summary>
    public async Task<ModelRecord?> ModelAsync(string tag, Scope scope, CancellationToken cancellationToken)
    {
        if (await _store.CardAsync(tag, scope, Recent, cancellationToken) is not { } card)
            return null;
        var record = card.Models.FirstOrDefault(m => m.Model.Tag == tag)?.Record ?? default;
        ModelRating?[] ratings =
        [
            OfficialBoards.Place(await _official.FindAsync(scope, cancellationToken), tag),
            Place(RatingSystem.Elo, tag, card.Models),
            Place(RatingSystem.Score, tag, card.Models),
        ];
        return new ModelRecord(card.Model, scope, [.. ratings.OfType<ModelRating>()], record, card.Battles);
    }

    /// <summary>
    /// How a model's rating moved: battle by battle, or under Bradley–Terry day by day, with the board of this moment at the end.
    /// </summary>
    public async Task<SeriesResult> HistoryAsync(string tag, RatingSystem system, Scope scope, CancellationToken cancellationToken) =>
        await HistoriesAsync([tag], system, scope, cancellationToken) is [var series]
            ? new SeriesResult.Found(series)
            : new SeriesResult.NoSuchModel(tag);

    /// <summary>How the ratings of a board's first models moved, the first one's history first.</summary>
    /// <param name="system">The board.</param>
    /// <param name="scope">What it counts.</param>
    /// <param name="count">At most so many models; provisional ones come after all others.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<RatingSeries>> TopHistoriesAsync(
        RatingSystem system, Scope scope, int count, CancellationToken cancellationToken)
    {
        if (await ReadAsync(system, scope, styleControlled: false, cancellationToken) is not StandingsResult.Found { Standings: var board })
            return [];
        return await HistoriesAsync([.. board.Rows.Take(count).Select(row => row.Model.Tag)], system, scope, cancellationToken);
    }

    /// <summary>Two models beside each other; null when one of them is not on the roster.</summary>
    public async Task<HeadToHead?> HeadToHeadAsync(string tagA, string tagB, Scope scope, CancellationToken cancellationToken)
    {
        if (await ModelAsync(tagA, scope, cancellationToken) is not { } a || await ModelAsync(tagB, scope, cancellationToken) is not { } b)
            return null;
        var meetings = await _comparisons.MeetingsAsync(tagA, tagB, scope, cancellationToken);
        var histories = await _store.HistoriesAsync([tagA, tagB], RatingSystem.Elo, scope, cancellationToken);
        var (nameA, nameB) = StandingsBuilder.NamesOf(a.Model, b.Model);
        var expected = OfficialBoards.Expected(await _official.FindAsync(scope, cancellationToken), tagA, tagB);
        return new HeadToHead(
            scope, a, b, nameA, nameB, expected, Meetings.ShareOf(tagA, meetings), Meetings.RecordOf(tagA, meetings), histories, RatingSystem.Elo);
    }

    private async Task<IReadOnlyList<RatingSeries>> HistoriesAsync(
        IReadOnlyList<string> tags, RatingSystem system, Scope scope, CancellationToken cancellationToken)
    {
        var histories = await _store.HistoriesAsync(tags, system, scope, cancellationToken);
        if (system != RatingSystem.BradleyTerry)
            return histories;
        var board = await _official.FindAsync(scope, cancellationToken);
        return [.. histories.Select(days => OfficialBoards.WithPresent(days, board))];
    }

    private Standings Standings(RatingSystem system, Scope scope, StoredBoard board) => new(
        system,
        scope,
        Rows(system, board.Models),
        // Every battle stands in the record of both its models.
        board.Models.Sum(m => m.Record.Battles) / 2,
        board.Models.Sum(m => m.Record.Ballots) / 2,
        board.LastSettlement,
        UsesSize: system == RatingSystem.Elo && _elo.UseSize,
        ProvisionalBelow: system == RatingSystem.Elo ? _board.ProvisionalBattles : 0);

    private IReadOnlyList<Standing> Rows(RatingSystem system, IReadOnlyList<RatedModel> rated) => system == RatingSystem.Elo
        ? StandingsBuilder.ByElo(rated, _board)
        : StandingsBuilder.ByScore(rated);

    private ModelRating? Place(RatingSystem system, string tag, IReadOnlyList<RatedModel> rated)
    {
        var rows = Rows(system, rated);
        return rows.FirstOrDefault(r => r.Model.Tag == tag) is { } own
            ? new ModelRating(system, own.Rating, own.Rank, rows.Count(r => r.Rank is not null)) { SharedBy = rows.Count(r => r.Rank == own.Rank) }
            : null;
    }
}
