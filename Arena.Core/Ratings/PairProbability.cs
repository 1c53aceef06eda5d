namespace Arena.Core.Ratings;

/// <summary>How probably a pair of models is drawn.</summary>
/// <param name="First">Index of one of them in the list that was drawn from.</param>
/// <param name="Second">Index of the other, larger than <paramref name="First"/>.</param>
/// <param name="Probability">With which this pair, in any order, is drawn; above 0.</param>
public readonly record struct PairProbability(int First, int Second, double Probability);
