using Arena.Core.Ratings;

namespace Arena.Core.Exchange;

/// <summary>A settled battle with everything that boards are computed from.</summary>
/// <param name="Comparison">The battle as the ratings see it.</param>
/// <param name="Server">Where it was fought.</param>
/// <param name="Prompt">The prompt's text; it does not leave, only its pseudonym does.</param>
/// <param name="Category">Null where the prompt has none.</param>
/// <param name="Language">Null where it was not determined.</param>
/// <param name="PairProbability">The probability with which the pair was drawn.</param>
/// <param name="UniformProbability">The probability that a uniform draw would have given it.</param>
/// <param name="Ballots">The counted ballots, at least one.</param>
public sealed record ExportedBattle(
    Comparison Comparison, ServerId Server, string Prompt, string? Category, string? Language, double PairProbability, double UniformProbability,
    IReadOnlyList<ExportedBallot> Ballots);
