namespace Arena.Core.Charts;

/// <summary>What a history runs along.</summary>
public enum HistoryAxis
{
    /// <summary>Each model's own battles, counted.</summary>
    Battles,

    /// <summary>The clock, in UTC.</summary>
    Time,
}
