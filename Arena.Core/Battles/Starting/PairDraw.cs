namespace Arena.Core.Battles.Starting;

/// <summary>Two models, each on its side.</summary>
/// <param name="Probability">With which this pair, in any order, was drawn.</param>
/// <param name="UniformProbability">With which a uniform draw of the same pairs would have drawn it.</param>
public sealed record PairDraw(string ModelA, string ModelB, double Probability, double UniformProbability);
