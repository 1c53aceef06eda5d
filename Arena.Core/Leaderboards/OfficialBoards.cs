using Arena.Core.Ratings;
using Arena.Core.Roster;

namespace Arena.Core.Leaderboards;

/// <summary>What readers take from the official board of a scope.</summary>
internal sealed class OfficialBoards(LiveBoards live, StyleBoards styles, ILeaderboardStore store)
{
    /// <summary>The board; null where without a prior there is none.</summary>
    public async Task<BradleyTerryBoard?> FindAsync(Scope scope, CancellationToken cancellationToken)
    {
        try
        {
            return await live.CurrentAsync(scope, cancellationToken);
        }
        catch (NotConnectedException)
        {
            return null;
        }
    }

    /// <summary>The board with its models, or who is not connected to the others.</summary>
    /// <param name="scope">What is counted.</param>
    /// <param name="styleControlled">Whether length and layout of the answers are held equal.</param>
    /// <param name="cancellationToken">Ends the reading and the fitting.</param>
    public async Task<StandingsResult> StandingsAsync(Scope scope, bool styleControlled, CancellationToken cancellationToken)
    {
        try
        {
            var board = await live.CurrentAsync(scope, cancellationToken);
            var styled = styleControlled ? await styles.FitAsync(board, cancellationToken) : null;
            return new StandingsResult.Found(
                Standings(board, (StrengthFit?)styled ?? board.Fit, await store.ModelsAsync(cancellationToken)) with
                {
                    PointsPerLengthUnit = styled?.Covariates.Single(covariate => covariate.Name == "tokens").PointsPerUnit,
                });
        }
        catch (NotConnectedException e)
        {
            return new StandingsResult.NotConnected(e.Outside);
        }
    }

    /// <summary>The board with its models; those of the roster that are not on it are left out.</summary>
    public static Standings Standings(BradleyTerryBoard board, IReadOnlyDictionary<string, Model> models) =>
        Standings(board, board.Fit, models);

    /// <summary>Where a model stands; null when it is not on the board.</summary>
    public static ModelRating? Place(BradleyTerryBoard? board, string tag) => board?.Fit is { } fit && fit.NumberOf(tag) is { } i
        ? new ModelRating(RatingSystem.BradleyTerry, fit.Rating(i), fit.Rank(i), Enumerable.Range(0, fit.Models.Count).Count(other => fit.Rank(other) is not null))
        {
            Interval = IntervalOf(fit, i),
            SharedBy = Enumerable.Range(0, fit.Models.Count).Count(other => fit.Rank(other) == fit.Rank(i)),
        }
        : null;

    /// <summary>The probability that the first beats the second, in [0, 1]; null while one of them is not on the board.</summary>
    public static double? Expected(BradleyTerryBoard? board, string first, string second) =>
        board?.Fit is { } fit && fit.NumberOf(first) is { } i && fit.NumberOf(second) is { } j ? fit.Probability(i, j) : null;

    /// <summary>A history by days, with the board of this moment at its end.</summary>
    public static RatingSeries WithPresent(RatingSeries days, BradleyTerryBoard? board)
    {
        if (board?.AsOf is not { } asOf || board.Fit.NumberOf(days.Model.Tag) is not { } i)
            return days;
        // The last day may have ended since the last battle: then it is the present.
        if (days.Points.Count > 0 && days.Points[^1].At > asOf)
            return days;
        var now = board.Fit.Rating(i);
        return days with { Points = [.. days.Points, new RatingPoint(null, asOf, days.Points.Count == 0 ? now : days.Points[^1].After, now)] };
    }

    private static Standings Standings(BradleyTerryBoard board, StrengthFit fit, IReadOnlyDictionary<string, Model> models) => new(
        RatingSystem.BradleyTerry, board.Scope, StandingsBuilder.ByEstimate(Estimates(fit), models), fit.Battles, checked((int)fit.Ballots),
        board.AsOf, UsesSize: false, fit.Options.ProvisionalBattles);

    private static IReadOnlyList<EstimatedModel> Estimates(StrengthFit fit) => [.. fit.Models.Select((tag, i) =>
        new EstimatedModel(tag, fit.Rating(i), IntervalOf(fit, i), fit.Rank(i), fit.Records[i]))];

    // A board's zero is the mean of its ranked models. One that is ranked alone is the zero itself: its ±0 would look like certainty.
    private static RatingInterval? IntervalOf(StrengthFit fit, int i) =>
        fit.Rank(i) is not null && Enumerable.Range(0, fit.Models.Count).Count(other => fit.Rank(other) is not null) == 1
            ? null
            : new RatingInterval(fit.Lower(i), fit.Upper(i));
}
