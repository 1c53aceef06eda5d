using System.Runtime.InteropServices;

namespace Arena.Core.Ratings;

/// <summary>The Elo game played again from the stored battles. It gives the numbers that the live game gave.</summary>
public static class EloReplay
{
    /// <summary>Plays all battles in order of settlement, then battle id; battles without a counted ballot are passed over.</summary>
    /// <param name="comparisons">The battles of one scope, in any order.</param>
    /// <param name="options">The rules.</param>
    /// <param name="onStep">Told each move as it is made, for histories; may be null.</param>
    /// <returns>The rating of each model that has a counted battle, by tag.</returns>
    public static IReadOnlyDictionary<string, double> Run(
        IEnumerable<Comparison> comparisons, EloOptions options, Action<EloStep>? onStep = null)
    {
        var ratings = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (ref readonly var comparison in InOrder(comparisons).AsSpan())
        {
            if (comparison.Tally.Verdict is not { } verdict)
                continue;

            var beforeA = RatingOf(ratings, comparison.ModelA, comparison.SizeA, options);
            var beforeB = RatingOf(ratings, comparison.ModelB, comparison.SizeB, options);
            var (afterA, afterB) = Elo.Update(
                beforeA, beforeB, verdict, comparison.SizeA, comparison.SizeB, comparison.SizeMax, options, comparison.Damping);
            ratings[comparison.ModelA] = afterA;
            ratings[comparison.ModelB] = afterB;
            onStep?.Invoke(new EloStep(comparison, verdict, beforeA, beforeB, afterA, afterB));
        }

        return ratings;
    }

    /// <summary>Plays all battles of a table in order of settlement, then battle id, with the same moves and without telling them.</summary>
    /// <param name="table">The battles of one scope; fastest where <see cref="ComparisonTable.IsInOrder"/>.</param>
    /// <param name="options">The rules.</param>
    /// <returns>The rating of each model by its number in the table; NaN for one without a counted battle.</returns>
    public static IReadOnlyList<double> Run(ComparisonTable table, EloOptions options)
    {
        var ratings = new double[table.Models.Count];
        Array.Fill(ratings, double.NaN);
        var rows = table.Rows;
        if (table.IsInOrder)
        {
            foreach (ref readonly var row in rows)
                Play(row, ratings, options);
        }
        else
        {
            foreach (var i in Order(table))
                Play(rows[i], ratings, options);
        }

        return ratings;
    }

    private static void Play(in ComparisonRow row, Span<double> ratings, EloOptions options)
    {
        if (row.Tally.Counted == 0)
            return;
        ref var a = ref ratings[row.A];
        ref var b = ref ratings[row.B];
        if (double.IsNaN(a))
            a = Elo.Start(row.SizeA, options);
        if (double.IsNaN(b))
            b = Elo.Start(row.SizeB, options);
        var moved = row.Damping * Elo.Moved(a, b, row.Tally.Result, row.SizeA, row.SizeB, row.SizeMax, options);
        a += moved;
        b -= moved;
    }

    private static int[] Order(ComparisonTable table)
    {
        var order = new int[table.Rows.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(order, (i, j) => ComparisonTable.InOrder(table.Rows[i], table.Rows[j]));
        return order;
    }

    private static Comparison[] InOrder(IEnumerable<Comparison> comparisons)
    {
        var ordered = comparisons.ToArray();
        // What comes from the database is already in order, and looking is much cheaper than sorting.
        for (var i = 1; i < ordered.Length; i++)
        {
            if (Order(ordered[i - 1], ordered[i]) > 0)
            {
                Array.Sort(ordered, Order);
                break;
            }
        }

        return ordered;
    }

    private static int Order(Comparison x, Comparison y)
    {
        var byTime = x.SettledAt.CompareTo(y.SettledAt);
        return byTime != 0 ? byTime : x.Battle.CompareTo(y.Battle);
    }

    private static double RatingOf(Dictionary<string, double> ratings, string tag, double? size, EloOptions options)
    {
        ref var rating = ref CollectionsMarshal.GetValueRefOrAddDefault(ratings, tag, out var known);
        if (!known)
            rating = Elo.Start(size, options);
        return rating;
    }
}
