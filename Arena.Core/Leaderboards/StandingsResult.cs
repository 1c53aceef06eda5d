using Arena.Core.Ratings;

namespace Arena.Core.Leaderboards;

/// <summary>What came of asking for a board.</summary>
public abstract record StandingsResult
{
    private StandingsResult()
    {
    }

    /// <summary>The board; without rows when no battle has been counted in the scope.</summary>
    public sealed record Found(Standings Standings) : StandingsResult;

    /// <summary>The arena does not compute this system yet.</summary>
    public sealed record NotRatedYet(RatingSystem System) : StandingsResult;
}
