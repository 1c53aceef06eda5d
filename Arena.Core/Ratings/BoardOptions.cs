using System.ComponentModel.DataAnnotations;

namespace Arena.Core.Ratings;

/// <summary>What a board shows.</summary>
public sealed record BoardOptions
{
    /// <summary>A model with fewer counted battles than this is provisional: it stands below, marked <c>?</c>, without a rank.</summary>
    [Range(0, 10_000)] public int ProvisionalBattles { get; init; } = 10;
}
