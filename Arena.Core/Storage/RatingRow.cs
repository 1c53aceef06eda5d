namespace Arena.Core.Storage;

/// <summary>A row of <c>ratings</c>: a model in one scope under one system.</summary>
internal sealed record RatingRow
{
    public string System { get; init; } = "";
    public long ServerId { get; init; }
    public string Category { get; init; } = "";
    public string Tag { get; init; } = "";
    public double Rating { get; init; }
    public long Battles { get; init; }
    public long Ballots { get; init; }
    public long Wins { get; init; }
    public long Losses { get; init; }
    public long Ties { get; init; }
}
