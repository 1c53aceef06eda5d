using Arena.Core.Battles;

namespace Arena.Core.Exchange;

/// <summary>One line of an exported file; see docs/exchange.md.</summary>
/// <param name="QuestionId">The prompt's pseudonym.</param>
/// <param name="Judge">The member's pseudonym.</param>
/// <param name="Weight">What the ballot weighed in the arena's own fit.</param>
internal readonly record struct ExportRow(ExportedBattle Battle, string QuestionId, string Judge, Choice Choice, double Weight)
{
    /// <summary>The names of the columns in their order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "question_id", "model_a", "model_b", "winner", "judge", "turn", "anony", "language", "tstamp", "battle_id", "weight", "category",
        "size_a", "size_b", "size_max", "pair_probability", "uniform_probability",
        "tokens_a", "tokens_b", "headings_a", "headings_b", "list_items_a", "list_items_b", "bold_a", "bold_b", "damping",
    ];

    /// <summary>Number of turns the ballot judges.</summary>
    public const int Turn = 1;

    public string Winner => Choice switch
    {
        Choice.A => "model_a",
        Choice.B => "model_b",
        Choice.Tie => "tie",
        Choice.BothBad => "tie (bothbad)",
        _ => throw new InvalidOperationException($"{Choice} is no choice."),
    };

    public string Language => Battle.Language ?? "und";

    /// <summary>Seconds since 1970 UTC, exact to the millisecond.</summary>
    public decimal Time => Battle.Comparison.SettledAt.ToUnixTimeMilliseconds() / 1000m;

    /// <summary>The style covariates in the order of <see cref="Columns"/>; null where they were not recorded.</summary>
    public int?[] Styles()
    {
        var (a, b) = (Battle.Comparison.StyleA, Battle.Comparison.StyleB);
        return [a?.Tokens, b?.Tokens, a?.Headings, b?.Headings, a?.ListItems, b?.ListItems, a?.Bold, b?.Bold];
    }

    /// <summary>Sizes and probabilities in the order of <see cref="Columns"/>; null where unknown.</summary>
    public double?[] Draw() =>
    [
        Battle.Comparison.SizeA, Battle.Comparison.SizeB, Battle.Comparison.SizeMax, Battle.PairProbability, Battle.UniformProbability,
    ];
}
