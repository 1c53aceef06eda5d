using Arena.Core.Battles;
using Arena.Core.Ratings;

namespace Arena.Core.Exchange;

/// <summary>A ballot as a row says it.</summary>
/// <param name="Time">Milliseconds since 1970 UTC; null where the row says none.</param>
/// <param name="A">Number of the model on side A.</param>
/// <param name="B">Number of the model on side B.</param>
/// <param name="Choice">Who won.</param>
/// <param name="SizeA">Billions; NaN if unknown.</param>
/// <param name="SizeB">Billions; NaN if unknown.</param>
/// <param name="SizeMax">Billions; NaN if unknown.</param>
/// <param name="DrawRatio">See <see cref="Comparison.DrawRatio"/>; NaN if unknown.</param>
/// <param name="Weight">What the row weighs.</param>
/// <param name="Damping">See <see cref="Comparison.Damping"/>.</param>
/// <param name="StyleA">Null where it is not complete.</param>
/// <param name="StyleB">Null where it is not complete.</param>
internal readonly record struct ImportRow(
    long? Time, int A, int B, Choice Choice, double SizeA, double SizeB, double SizeMax, double DrawRatio, double Weight,
    double Damping, AnswerStyle? StyleA, AnswerStyle? StyleB);
