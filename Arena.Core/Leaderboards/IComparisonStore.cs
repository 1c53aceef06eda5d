using Arena.Core.Ratings;

namespace Arena.Core.Leaderboards;

/// <summary>Where the battles are read that ratings are computed from.</summary>
internal interface IComparisonStore
{
    /// <summary>The settled battles of a scope with a counted ballot, in order of settlement.</summary>
    /// <param name="scope">Which battles.</param>
    /// <param name="after">Only those that settled later; all when null. No two battles settle at the same instant.</param>
    /// <param name="withStyles">
    /// Whether to read how the answers are written, summed over all turns; null where that was not recorded for every turn.
    /// </param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<Comparison>> ReadAsync(
        Scope scope, DateTimeOffset? after, bool withStyles, CancellationToken cancellationToken);

    /// <summary>The settled battles of two models with a counted ballot, in order of settlement.</summary>
    /// <param name="tagA">One of the two; it may have stood on either side.</param>
    /// <param name="tagB">The other.</param>
    /// <param name="scope">Which battles.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<Comparison>> MeetingsAsync(string tagA, string tagB, Scope scope, CancellationToken cancellationToken);
}
