namespace Arena.Core.Leaderboards;

/// <summary>Where counted ballots are summed up by a property of the prompt.</summary>
internal interface IBallotCountStore
{
    /// <summary>The counted ballots of the settled battles in a scope, the most frequent value first, equal ones by value.</summary>
    Task<BallotCounts> CountAsync(BallotProperty by, Scope scope, CancellationToken cancellationToken);
}
