namespace Arena.Core.Ratings;

/// <summary>One move of the Elo game: the ratings of both models before and after a battle.</summary>
/// <param name="Comparison">The battle.</param>
/// <param name="Verdict">How it ended.</param>
/// <param name="BeforeA">A's rating before; its start if this was its first battle.</param>
/// <param name="BeforeB">B's rating before; its start if this was its first battle.</param>
/// <param name="AfterA">A's rating after.</param>
/// <param name="AfterB">B's rating after.</param>
public readonly record struct EloStep(
    Comparison Comparison, Verdict Verdict, double BeforeA, double BeforeB, double AfterA, double AfterB);
