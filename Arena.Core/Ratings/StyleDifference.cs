using System.Runtime.CompilerServices;

namespace Arena.Core.Ratings;

/// <summary>One number for each thing that style control holds against an answer, in the order of <see cref="Names"/>.</summary>
[InlineArray(Count)]
internal struct StyleDifference
{
    public const int Count = 4;

    /// <summary>What the numbers are called.</summary>
    public static readonly IReadOnlyList<string> Names = ["tokens", "headings", "list_items", "bold"];

    private double _first;

    /// <summary><c>(f_A − f_B) / (f_A + f_B + 1)</c> for each, in (−1, 1).</summary>
    public static StyleDifference Between(in AnswerStyle a, in AnswerStyle b)
    {
        var difference = new StyleDifference();
        difference[0] = Of(a.Tokens, b.Tokens);
        difference[1] = Of(a.Headings, b.Headings);
        difference[2] = Of(a.ListItems, b.ListItems);
        difference[3] = Of(a.Bold, b.Bold);
        return difference;
    }

    private static double Of(double a, double b) => (a - b) / (a + b + 1);
}
