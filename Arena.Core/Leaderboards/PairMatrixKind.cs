namespace Arena.Core.Leaderboards;

/// <summary>What a matrix of pairs tells.</summary>
public enum PairMatrixKind
{
    /// <summary>The row's share of the pair's ballots, a tie being half; in [0, 1].</summary>
    ActualWinRate,

    /// <summary>The row's probability to beat the column by the official board; in [0, 1].</summary>
    PredictedWinRate,

    /// <summary>How many counted battles the pair has fought.</summary>
    Battles,
}
