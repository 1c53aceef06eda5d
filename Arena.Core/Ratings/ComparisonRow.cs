namespace Arena.Core.Ratings;

/// <summary>A <see cref="Comparison"/> with its models numbered, as the fits and replays run over it by the million.</summary>
/// <param name="Battle">The battle's id.</param>
/// <param name="SettledAt">Milliseconds since 1970 UTC.</param>
/// <param name="A">Number of the model on side A, see <see cref="ComparisonTable.Models"/>.</param>
/// <param name="B">Number of the model on side B.</param>
/// <param name="Tally">The counted ballots.</param>
/// <param name="SizeA">Billions; NaN if unknown.</param>
/// <param name="SizeB">Billions; NaN if unknown.</param>
/// <param name="SizeMax">Billions; NaN where it was not recorded.</param>
/// <param name="DrawRatio">See <see cref="Comparison.DrawRatio"/>; NaN if unknown.</param>
/// <param name="Damping">See <see cref="Comparison.Damping"/>.</param>
public readonly record struct ComparisonRow(
    long Battle, long SettledAt, int A, int B, Tally Tally, double SizeA, double SizeB, double SizeMax, double DrawRatio, double Damping = 1);
