using Arena.Core.Ratings;

namespace Arena.Core.Exchange;

/// <summary>The draw weight u of battles as the fit has it, see <see cref="DrawWeights"/>. What depends on all battles takes a reading of its own.</summary>
internal sealed class DrawWeighing
{
    private readonly DrawWeights _weights;
    private readonly PairSums _sums = new(rho: 0);
    private Func<int, double> _scale = _ => 1;

    private DrawWeighing(DrawWeights weights) => _weights = weights;

    /// <summary>The last battle that was looked at, if any had to be: later ones were not weighed.</summary>
    public DateTimeOffset? Until { get; private set; }

    public static async Task<DrawWeighing> ReadAsync(
        IExportStore store, ServerId? server, DrawWeights weights, CancellationToken cancellationToken)
    {
        var weighing = new DrawWeighing(weights);
        if (weights == DrawWeights.None)
            return weighing;
        await foreach (var battle in store.BattlesAsync(server, until: null, cancellationToken))
        {
            weighing._sums.Add(battle.Comparison);
            weighing.Until = battle.Comparison.SettledAt;
        }

        weighing._scale = WeightedPairs.Scale(weights, weighing._sums);
        return weighing;
    }

    public double Of(in Comparison battle) =>
        (_weights == DrawWeights.Drawn ? PairSums.Drawn(battle.DrawRatio ?? double.NaN) : 1)
        * _scale(_sums.Between(battle.ModelA, battle.ModelB).Battles);
}
