namespace Arena.Core.Ratings;

/// <summary>The counted ballots of one battle (within a scope), by choice.</summary>
public readonly record struct Tally(int A, int B, int Tie, int BothBad)
{
    /// <summary>All counted ballots, <c>n = a + b + t</c>.</summary>
    public int Counted => A + B + Level;

    /// <summary>
    /// Ballots that prefer neither side, <c>t</c>. A tie and two bad answers differ to a reader and are the same
    /// thing to the mathematics.
    /// </summary>
    public int Level => Tie + BothBad;

    /// <summary>The share of side A, <c>S = (a + t/2) / n</c>, in [0, 1]; null without a counted ballot.</summary>
    public double? Share => Counted == 0 ? null : (A + Level / 2.0) / Counted;

    /// <summary>
    /// A if <c>a &gt; b</c> and <c>a ≥ t</c>, B if <c>b &gt; a</c> and <c>b ≥ t</c>, else a tie. Null without a
    /// counted ballot: such a battle counts nowhere.
    /// </summary>
    public Verdict? Verdict
    {
        get
        {
            if (Counted == 0)
                return null;
            return Result switch { 1 => Ratings.Verdict.A, 0 => Ratings.Verdict.B, _ => Ratings.Verdict.Tie };
        }
    }

    /// <summary>The verdict as the result of A: 1, ½ or 0. Asked only of a tally with a counted ballot.</summary>
    internal double Result => A > B && A >= Level ? 1 : B > A && B >= Level ? 0 : 0.5;

    /// <summary>The same ballots with the sides exchanged.</summary>
    public Tally Swapped => new(B, A, Tie, BothBad);

    // The generated one would print Swapped, and the Swapped of that, until the stack ends.
    public override string ToString() => $"A {A}, B {B}, tie {Tie}, both bad {BothBad}";
}
