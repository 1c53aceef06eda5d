using Arena.Core.Ratings;

namespace Arena.Core.Exchange;

/// <summary>The draw weight u of battles, see <see cref="DrawWeights"/>. What depends on all battles takes a reading of its own.</summary>
internal sealed class DrawWeighing
{
    private const double Least = 0.2;
    private const double Most = 5;
    private const double Smoothing = 50;

    private readonly DrawWeights _weights;
    private readonly Dictionary<(string, string), int> _pairs = [];
    private readonly HashSet<string> _models = new(StringComparer.Ordinal);
    private int _battles;
    private double _sum;

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
            weighing.Count(battle.Comparison);
        return weighing;
    }

    public double Of(in Comparison battle) => _weights switch
    {
        DrawWeights.None => 1,
        DrawWeights.Pairs => Clip((_battles / (_models.Count * (_models.Count - 1) / 2.0) + Smoothing) / (_pairs[Pair(battle)] + Smoothing)),
        DrawWeights.Drawn => Ratio(battle) * _battles / _sum,
        _ => throw new ArgumentOutOfRangeException(nameof(battle), _weights, "No such draw weights."),
    };

    private void Count(in Comparison battle)
    {
        _battles++;
        _pairs[Pair(battle)] = _pairs.GetValueOrDefault(Pair(battle)) + 1;
        _models.Add(battle.ModelA);
        _models.Add(battle.ModelB);
        _sum += Ratio(battle);
        Until = battle.SettledAt;
    }

    private static double Ratio(in Comparison battle) => Clip(battle.DrawRatio ?? 1);

    private static double Clip(double weight) => Math.Clamp(weight, Least, Most);

    private static (string, string) Pair(in Comparison battle) => string.CompareOrdinal(battle.ModelA, battle.ModelB) < 0
        ? (battle.ModelA, battle.ModelB)
        : (battle.ModelB, battle.ModelA);
}
