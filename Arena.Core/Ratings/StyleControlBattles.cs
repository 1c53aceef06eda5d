using System.Runtime.InteropServices;

namespace Arena.Core.Ratings;

/// <summary>A battle as style control sees it.</summary>
/// <param name="A">Number of the model on side A.</param>
/// <param name="B">Number of the model on side B.</param>
/// <param name="Weight">W, by number of ballots and draw weight.</param>
/// <param name="Share">S, the share of side A.</param>
/// <param name="Style">The standardised differences of the answers.</param>
internal readonly record struct StyledBattle(int A, int B, double Weight, double Share, StyleDifference Style);

/// <summary>The battles that style control uses: counted ones whose answers are both measured.</summary>
internal sealed class StyleControlBattles
{
    private readonly List<StyledBattle> _battles = [];

    private StyleControlBattles(double rho) => Sums = new PairSums(rho);

    /// <summary>The same battles pair by pair. They number the models.</summary>
    public PairSums Sums { get; }

    public ReadOnlySpan<StyledBattle> All => CollectionsMarshal.AsSpan(_battles);

    /// <summary>What each difference was divided by; 0 where no battle differed.</summary>
    public StyleDifference RootMeanSquare { get; private set; }

    /// <summary>Counted battles whose answers were not both measured.</summary>
    public int LeftOut { get; private set; }

    public static StyleControlBattles Of(ComparisonTable table, BradleyTerryOptions options)
    {
        var battles = new StyleControlBattles(options.Rho);
        var drawRatios = battles.Read(table);
        battles.Standardise();
        battles.WeighDraws(drawRatios, options.DrawWeights);
        return battles;
    }

    // Returns the draw ratio of each battle that is used.
    private List<double> Read(ComparisonTable table)
    {
        var drawRatios = new List<double>();
        for (var i = 0; i < table.Rows.Length; i++)
        {
            ref readonly var row = ref table.Rows[i];
            if (row.Tally is not { Share: { } share, Counted: var ballots })
                continue;
            if (table.Styles.IsEmpty || table.Styles[i] is not ({ } styleA, { } styleB))
            {
                LeftOut++;
                continue;
            }

            var weight = table.WeightOf(i);
            var (a, b) = (table.Models[row.A], table.Models[row.B]);
            Sums.Add(new Comparison(row.Battle, default, a, b, row.Tally, null, null, null) { DrawRatio = row.DrawRatio });
            _battles.Add(new StyledBattle(
                Sums.NumberOf(a)!.Value, Sums.NumberOf(b)!.Value, weight * ballots / (1 + (ballots - 1) * Sums.Rho), share,
                StyleDifference.Between(styleA, styleB)));
            drawRatios.Add(row.DrawRatio);
        }

        return drawRatios;
    }

    private void Standardise()
    {
        var size = new StyleDifference();
        foreach (ref readonly var battle in All)
        for (var f = 0; f < StyleDifference.Count; f++)
            size[f] += battle.Style[f] * battle.Style[f];
        for (var f = 0; f < StyleDifference.Count; f++)
            size[f] = Math.Sqrt(size[f] / Math.Max(1, _battles.Count));

        foreach (ref var battle in CollectionsMarshal.AsSpan(_battles))
        {
            var style = battle.Style;
            for (var f = 0; f < StyleDifference.Count; f++)
                style[f] = size[f] > 0 ? style[f] / size[f] : 0;
            battle = battle with { Style = style };
        }

        RootMeanSquare = size;
    }

    private void WeighDraws(List<double> drawRatios, DrawWeights kind)
    {
        if (kind == DrawWeights.None)
            return;
        var scale = WeightedPairs.Scale(kind, Sums);
        var battles = CollectionsMarshal.AsSpan(_battles);
        for (var i = 0; i < battles.Length; i++)
        {
            ref var battle = ref battles[i];
            var drawn = kind == DrawWeights.Drawn ? PairSums.Drawn(drawRatios[i]) : 1;
            battle = battle with { Weight = battle.Weight * drawn * scale(Sums.Between(battle.A, battle.B).Battles) };
        }
    }
}
