namespace Arena.Core.Leaderboards;

/// <summary>What charts show besides boards: how models met, and where ballots come from.</summary>
public sealed class ChartReader
{
    private readonly IBallotCountStore _counts;

    internal ChartReader(IBallotCountStore counts) => _counts = counts;

    /// <summary>The counted ballots of a scope by a property of the prompt, the most frequent value first.</summary>
    public Task<BallotCounts> BallotCountsAsync(BallotProperty by, Scope scope, CancellationToken cancellationToken) =>
        _counts.CountAsync(by, scope, cancellationToken);
}
