using Arena.Core.Ratings;
using Arena.Core.Roster;

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

    /// <summary>How the ratings of these models moved, in their order; tags that are not on the roster are left out.</summary>
    /// <param name="tags">The models.</param>
    /// <param name="system">Score and Elo have a point for every counted battle, Bradley–Terry one for every day that is over.</param>
    /// <param name="scope">Which battles.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<RatingSeries>> HistoriesAsync(
        IReadOnlyList<string> tags, RatingSystem system, Scope scope, CancellationToken cancellationToken);

    /// <summary>All models of the roster by tag, whatever their status.</summary>
    Task<IReadOnlyDictionary<string, Model>> ModelsAsync(CancellationToken cancellationToken);
}
