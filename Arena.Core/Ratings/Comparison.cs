namespace Arena.Core.Ratings;

/// <summary>A settled battle as the ratings see it: everything they are computed from, and nothing else.</summary>
/// <param name="Battle">The battle's id; orders battles that settled at the same moment.</param>
/// <param name="SettledAt">When the vote closed; the order of the Elo game.</param>
/// <param name="ModelA">Tag of the model on side A.</param>
/// <param name="ModelB">Tag of the model on side B.</param>
/// <param name="Tally">The counted ballots in the scope.</param>
/// <param name="SizeA">A's size in billions at settlement; null if unknown.</param>
/// <param name="SizeB">B's size in billions at settlement; null if unknown.</param>
/// <param name="SizeMax">The largest size on the roster at settlement; null where it was not recorded.</param>
public readonly record struct Comparison(
    long Battle, DateTimeOffset SettledAt, string ModelA, string ModelB, Tally Tally, double? SizeA, double? SizeB, double? SizeMax)
{
    /// <summary>
    /// The probability of the pair in a uniform draw, over the one it was drawn with: <c>1 / (eligible pairs × p_drawn)</c>.
    /// Null where it was not recorded.
    /// </summary>
    public double? DrawRatio { get; init; }

    /// <summary>
    /// What the battle weighs beside one of another prompt, above 0 and at most 1: less than 1 where its prompt is one repeated too often.
    /// Multiplies its weight in a fit and what is at stake in the Elo game; wins, losses and ballots are counted whole.
    /// </summary>
    public double Damping { get; init; } = 1;

    /// <summary>How A's answer is written; null where it was not recorded.</summary>
    public AnswerStyle? StyleA { get; init; }

    /// <summary>How B's answer is written; null where it was not recorded.</summary>
    public AnswerStyle? StyleB { get; init; }
}
