using Arena.Core.Ratings;

namespace Arena.Core.Leaderboards;

/// <summary>Where a model stands on one board.</summary>
/// <param name="System">The board.</param>
/// <param name="Rating">In the unit of the system.</param>
/// <param name="Rank">Null while provisional.</param>
/// <param name="Ranked">How many models have a rank there.</param>
public sealed record ModelRating(RatingSystem System, double Rating, int? Rank, int Ranked)
{
    /// <summary>Null where the system has none.</summary>
    public RatingInterval? Interval { get; init; }

    /// <summary>How many models have this rank, this one among them.</summary>
    public int SharedBy { get; init; } = 1;

    /// <summary>Too few battles for a rank.</summary>
    public bool IsProvisional => Rank is null;
}
