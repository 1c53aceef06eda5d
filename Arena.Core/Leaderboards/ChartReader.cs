using Arena.Core.Ratings;

namespace Arena.Core.Leaderboards;

/// <summary>What charts show besides boards: how models met, and where ballots come from.</summary>
public sealed class ChartReader
{
    private readonly LiveBoards _boards;
    private readonly ILeaderboardStore _models;
    private readonly IBallotCountStore _counts;

    internal ChartReader(LiveBoards boards, ILeaderboardStore models, IBallotCountStore counts) =>
        (_boards, _models, _counts) = (boards, models, counts);

    /// <summary>
    /// How the first models of the official board met; all cells are of one moment, at most a second behind the battles that have settled.
    /// </summary>
    /// <exception cref="NotConnectedException">The prior is 0 and the battles do not connect all models both ways.</exception>
    public async Task<PairMatrix> PairMatrixAsync(PairMatrixKind kind, Scope scope, CancellationToken cancellationToken)
    {
        var board = await _boards.CurrentAsync(scope, cancellationToken);
        var standings = OfficialBoards.Standings(board, await _models.ModelsAsync(cancellationToken));
        return PairMatrices.Of(kind, standings, board.Sums, board.Fit);
    }

    /// <summary>The counted ballots of a scope by a property of the prompt, the most frequent value first.</summary>
    public Task<BallotCounts> BallotCountsAsync(BallotProperty by, Scope scope, CancellationToken cancellationToken) =>
        _counts.CountAsync(by, scope, cancellationToken);
}
