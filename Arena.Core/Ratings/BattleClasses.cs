using System.Runtime.InteropServices;

namespace Arena.Core.Ratings;

/// <summary>
/// The distinct classes (pair, n, S, u) of the battles behind a fit, grouped by pair: battles of one class are the same to the fit,
/// so that drawing battles anew is drawing how often each class comes.
/// </summary>
internal sealed class BattleClasses
{
    private readonly (int Low, int High)[] _pairs;
    private readonly int[] _firstOfPair;
    private readonly int[] _battlesOfPair;
    private readonly BattleClass[] _classes;

    /// <param name="table">The battles.</param>
    /// <param name="fit">The fit to them.</param>
    /// <exception cref="ArgumentException">The fit is of other battles.</exception>
    public BattleClasses(ComparisonTable table, BradleyTerryFit fit)
    {
        var found = new Dictionary<Key, int>();
        var sumOfDrawn = Count(table, fit, found);
        Battles = found.Values.Sum();
        if (Battles != fit.Battles)
            throw new ArgumentException($"The fit is of {fit.Battles} battles, and the table holds {Battles}.", nameof(table));

        _pairs = [.. found.Keys.Select(k => (k.Low, k.High)).Distinct()];
        var places = _pairs.Index().ToDictionary(p => p.Item, p => p.Index);
        _firstOfPair = new int[_pairs.Length + 1];
        _battlesOfPair = new int[_pairs.Length];
        foreach (var (key, battles) in found)
        {
            var place = places[(key.Low, key.High)];
            _firstOfPair[place + 1]++;
            _battlesOfPair[place] += battles;
        }

        for (var i = 0; i < _pairs.Length; i++)
            _firstOfPair[i + 1] += _firstOfPair[i];
        var scale = Ratings.WeightedPairs.Scale(fit.Options.DrawWeights, Battles, fit.Models.Count, sumOfDrawn);
        var next = _firstOfPair[..^1];
        _classes = new BattleClass[found.Count];
        foreach (var (key, battles) in found)
        {
            var place = places[(key.Low, key.High)];
            _classes[next[place]++] = key.Class(battles, fit.Options.Rho, scale(_battlesOfPair[place]));
        }
    }

    /// <summary>All battles.</summary>
    public int Battles { get; }

    /// <summary>The pairs that met.</summary>
    public ReadOnlySpan<(int Low, int High)> Pairs => _pairs;

    /// <summary>How often a pair met.</summary>
    public int BattlesOf(int pair) => _battlesOfPair[pair];

    /// <summary>The classes of a pair.</summary>
    public ReadOnlySpan<BattleClass> ClassesOf(int pair) => _classes.AsSpan(_firstOfPair[pair].._firstOfPair[pair + 1]);

    /// <summary>The pairs with the sums that a fit maximises: those of the original battles, weights as in the fit.</summary>
    public WeightedPairs WeightedPairs(BradleyTerryFit fit)
    {
        var weighted = new (int, int, WeightSums)[_pairs.Length];
        for (var i = 0; i < weighted.Length; i++)
        {
            var sum = new ResampledPair();
            foreach (var battles in ClassesOf(i))
                sum.Add(battles, battles.Battles);
            weighted[i] = (_pairs[i].Low, _pairs[i].High, sum.Weighted);
        }

        return new WeightedPairs(fit.Models.Count, weighted, fit.Options.Prior);
    }

    // Returns the sum of the draw ratios.
    private static double Count(ComparisonTable table, BradleyTerryFit fit, Dictionary<Key, int> found)
    {
        var numbers = table.Models.Select(tag => fit.NumberOf(tag) ?? -1).ToArray();
        var usesDraw = fit.Options.DrawWeights == DrawWeights.Drawn;
        var sumOfDrawn = 0.0;
        for (var i = 0; i < table.Rows.Length; i++)
        {
            ref readonly var row = ref table.Rows[i];
            if (row.Tally.Counted == 0)
                continue;
            var (a, b) = (numbers[row.A], numbers[row.B]);
            if (a < 0 || b < 0)
                throw new ArgumentException($"The fit does not hold {table.Models[a < 0 ? row.A : row.B]}.", nameof(table));
            var drawn = usesDraw ? PairSums.Drawn(row.DrawRatio) : 1;
            var twicePoints = 2 * (a < b ? row.Tally.A : row.Tally.B) + row.Tally.Level;
            var key = new Key(Math.Min(a, b), Math.Max(a, b), row.Tally.Counted, twicePoints, drawn * table.WeightOf(i));
            CollectionsMarshal.GetValueRefOrAddDefault(found, key, out _)++;
            sumOfDrawn += drawn;
        }

        return sumOfDrawn;
    }

    private readonly record struct Key(int Low, int High, int Ballots, int TwicePoints, double Drawn)
    {
        public BattleClass Class(int battles, double rho, double scale)
        {
            var weight = scale * Drawn * Ballots / (1 + (Ballots - 1) * rho);
            return new BattleClass(
                battles, weight, weight * TwicePoints / (2.0 * Ballots), TwicePoints > 0, TwicePoints < 2 * Ballots);
        }

        // Faster than what would be generated, and as good: half a million pairs and a thousand ballots do not meet.
        public override int GetHashCode() =>
            (int)((((ulong)(uint)Low << 40) ^ ((ulong)(uint)High << 20) ^ ((ulong)(uint)Ballots << 10) ^ (uint)TwicePoints
                ^ BitConverter.DoubleToUInt64Bits(Drawn)) * 0x9E3779B97F4A7C15 >> 33);
    }
}
