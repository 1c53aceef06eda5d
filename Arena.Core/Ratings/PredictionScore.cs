namespace Arena.Core.Ratings;

/// <summary>How well one system foretold ballots. With p its probability for side A, a ballot for A is y = 1, for B 0, for neither ½.</summary>
/// <param name="Ballots">Predicted ballots.</param>
/// <param name="LogLoss">
/// The mean of <c>−[y ln p + (1 − y) ln(1 − p)]</c>, in nats: 0.693 for always saying one half, less is better. Null without a ballot.
/// </param>
/// <param name="Brier">The mean of <c>(y − p)²</c> (Brier 1950): 0.25 at most for always saying one half. Null without a ballot.</param>
/// <param name="Calibration">How often the favourite was preferred, by how sure the system was: five bins from 0.5 to 1.</param>
public sealed record PredictionScore(long Ballots, double? LogLoss, double? Brier, IReadOnlyList<CalibrationBin> Calibration);
