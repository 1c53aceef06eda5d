namespace Arena.Core.Leaderboards;

/// <summary>What came of asking for a model's history.</summary>
public abstract record SeriesResult
{
    private SeriesResult()
    {
    }

    /// <summary>Its history; without points when it has no counted battle in the scope.</summary>
    public sealed record Found(RatingSeries Series) : SeriesResult;

    /// <summary>No such model on the roster.</summary>
    public sealed record NoSuchModel(string Tag) : SeriesResult;
}
