namespace Arena.Core.Leaderboards;

/// <summary>What came of asking for a board.</summary>
public abstract record StandingsResult
{
    private StandingsResult()
    {
    }

    /// <summary>The board; without rows when no battle has been counted in the scope.</summary>
    public sealed record Found(Standings Standings) : StandingsResult;

    /// <summary>
    /// There is no such board while the battles do not connect these models to the others both ways. Only with a prior of 0, which an
    /// operator has to ask for.
    /// </summary>
    /// <param name="Outside">The tags of the models outside the largest part that hangs together.</param>
    public sealed record NotConnected(IReadOnlyList<string> Outside) : StandingsResult;
}
