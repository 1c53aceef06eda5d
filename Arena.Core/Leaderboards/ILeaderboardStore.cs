using Arena.Core.Ratings;

namespace Arena.Core.Leaderboards;

/// <summary>Where boards, cards and histories are read. Everything in one answer is of the same moment.</summary>
internal interface ILeaderboardStore
{
    Task<StoredBoard> BoardAsync(Scope scope, CancellationToken cancellationToken);

    /// <summary>Null when there is no such model on the roster.</summary>
    /// <param name="tag">The model.</param>
    /// <param name="scope">Which battles.</param>
    /// <param name="battles">At most so many battles of its own.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<StoredCard?> CardAsync(string tag, Scope scope, int battles, CancellationToken cancellationToken);

    /// <summary>Null when there is no such model on the roster.</summary>
    Task<RatingSeries?> HistoryAsync(string tag, RatingSystem system, Scope scope, CancellationToken cancellationToken);
}
