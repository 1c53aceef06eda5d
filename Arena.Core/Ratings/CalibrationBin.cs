namespace Arena.Core.Ratings;

/// <summary>Ballots whose favourite was given about the same probability.</summary>
/// <param name="From">The least probability of the favourite, included.</param>
/// <param name="To">The probability it stays below; the last bin includes it.</param>
/// <param name="Ballots">How many ballots.</param>
/// <param name="Predicted">The mean of the favourite's probabilities; null without a ballot.</param>
/// <param name="Observed">The share of the ballots that preferred the favourite, half of those for neither; null without a ballot.</param>
public sealed record CalibrationBin(double From, double To, long Ballots, double? Predicted, double? Observed);
