using System.ComponentModel.DataAnnotations;

namespace Arena.Core.Ratings;

/// <summary>
/// The rules of the Elo game. <c>K = 4, UseSize = false</c> gives the numbers of the usual public tables.
/// Changing any of them means replaying every battle.
/// </summary>
public sealed record EloOptions
{
    /// <summary>Points at stake between two models of equal size, and in a tie.</summary>
    [Range(0.001, 1000)] public double K { get; init; } = 32;

    /// <summary>The most points that can be at stake when a small model beats a large one.</summary>
    [Range(0.001, 1000)] public double KMax { get; init; } = 64;

    /// <summary>The rating a model starts from, before the bonus for its size.</summary>
    [Range(-100_000, 100_000)] public double Start { get; init; } = 1000;

    /// <summary>Points added to the start for each billion parameters.</summary>
    [Range(0, 10_000)] public double SizeBonusPerBillion { get; init; } = 100;

    /// <summary>
    /// Billions of parameters above which the start rises no further. Null means no cap: a 70 B model then starts at
    /// 8000, and the board shows size for ever.
    /// </summary>
    [Range(0, 100_000)] public double? SizeCapBillions { get; init; } = 14;

    /// <summary>Whether sizes count at all, for the start and for what is at stake.</summary>
    public bool UseSize { get; init; } = true;
}
