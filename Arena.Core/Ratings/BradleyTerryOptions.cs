using System.ComponentModel.DataAnnotations;

namespace Arena.Core.Ratings;

/// <summary>The rules of the Bradley–Terry fit. Changing any of them means computing every board again.</summary>
public sealed record BradleyTerryOptions
{
    /// <summary>
    /// ρ, the correlation of ballots within a battle, in [0, 1]: a battle of n ballots weighs <c>n / (1 + (n − 1) ρ)</c>.
    /// 0 counts every ballot fully, 1 counts every battle once.
    /// </summary>
    [Range(0, 1)] public double Rho { get; init; } = 0.3;

    /// <summary>Phantom games of each model, half won and half lost, against a rival fixed at 0; 0 for none.</summary>
    [Range(0, 1000)] public double Prior { get; init; } = 2;

    /// <summary>Whether battles of often drawn pairs count less.</summary>
    public DrawWeights DrawWeights { get; init; } = DrawWeights.None;

    /// <summary>A model with fewer counted battles is provisional: it has no rank, and the zero is not set by it.</summary>
    [Range(0, 10_000)] public int ProvisionalBattles { get; init; } = 10;
}
