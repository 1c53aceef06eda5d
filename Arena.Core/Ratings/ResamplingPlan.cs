namespace Arena.Core.Ratings;

/// <summary>
/// How battles are drawn anew: first how often each pair comes, then which of its battles. As many as there were are drawn with
/// replacement; drawing pair by pair is the same multinomial, written as binomials of what is left.
/// </summary>
internal sealed class ResamplingPlan
{
    // A binomial costs about as much as picking so many battles.
    private const int PicksPerBinomial = 8;

    // By pair, where picking is cheaper: the place of each battle's class among the pair's classes.
    private readonly int[]?[] _picks;

    public ResamplingPlan(BattleClasses classes)
    {
        Classes = classes;
        _picks = new int[]?[classes.Pairs.Length];
        for (var pair = 0; pair < _picks.Length; pair++)
        {
            var ofPair = classes.ClassesOf(pair);
            if (ofPair.Length > 1 && (ofPair.Length - 1) * PicksPerBinomial > classes.BattlesOf(pair))
                _picks[pair] = Picks(ofPair, classes.BattlesOf(pair));
        }
    }

    public BattleClasses Classes { get; }

    /// <summary>Draws all battles anew.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="sums">By pair, the new sums; overwritten.</param>
    public void Draw(ref RandomStream random, Span<ResampledPair> sums)
    {
        var (drawsLeft, battlesLeft) = (Classes.Battles, Classes.Battles);
        for (var pair = 0; pair < sums.Length; pair++)
        {
            var battles = Classes.BattlesOf(pair);
            var draws = Binomial.Draw(ref random, drawsLeft, (double)battles / battlesLeft);
            drawsLeft -= draws;
            battlesLeft -= battles;
            sums[pair] = _picks[pair] is { } picks
                ? Pick(ref random, picks, Classes.ClassesOf(pair), draws)
                : Divide(ref random, Classes.ClassesOf(pair), battles, draws);
        }
    }

    private static ResampledPair Pick(ref RandomStream random, int[] picks, ReadOnlySpan<BattleClass> classes, int draws)
    {
        var sum = new ResampledPair();
        for (; draws > 0; draws--)
            sum.Add(classes[picks[random.NextIndex(picks.Length)]], 1);
        return sum;
    }

    private static ResampledPair Divide(ref RandomStream random, ReadOnlySpan<BattleClass> classes, int battlesLeft, int drawsLeft)
    {
        var sum = new ResampledPair();
        foreach (ref readonly var battles in classes)
        {
            var draws = Binomial.Draw(ref random, drawsLeft, (double)battles.Battles / battlesLeft);
            drawsLeft -= draws;
            battlesLeft -= battles.Battles;
            sum.Add(battles, draws);
        }

        return sum;
    }

    private static int[] Picks(ReadOnlySpan<BattleClass> classes, int battles)
    {
        var picks = new int[battles];
        var next = 0;
        for (var i = 0; i < classes.Length; i++)
        {
            picks.AsSpan(next, classes[i].Battles).Fill(i);
            next += classes[i].Battles;
        }

        return picks;
    }
}
