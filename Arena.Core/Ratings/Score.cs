namespace Arena.Core.Ratings;

/// <summary>
/// Who wins battles, and has fought enough of them?
/// <c>score = win rate × (1 − 1 / (battles + 1))</c>: the win rate, held back while there are few battles.
/// </summary>
public static class Score
{
    /// <summary>
    /// <c>wins / (battles + 1)</c>, in [0, 1). One division, so that equal scores are equal numbers:
    /// <c>w/b × (1 − 1/(b + 1)) = w/b × b/(b + 1) = w/(b + 1)</c>.
    /// </summary>
    /// <param name="wins">Battles won by verdict.</param>
    /// <param name="battles">Battles with at least one counted ballot; at least 1, others are not on the board.</param>
    public static double Of(int wins, int battles)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(wins);
        ArgumentOutOfRangeException.ThrowIfLessThan(battles, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wins, battles);
        return wins / (battles + 1.0);
    }
}
