using Arena.Core.Ratings;
using Arena.Core.Roster;

namespace Arena.Core.Battles.Starting;

/// <summary>Draws the pairs a battle teaches the most about, see <see cref="DrawRule"/>, and who stands where by a fair coin.</summary>
/// <param name="strengths">What is known of the models.</param>
public sealed class InformativeMatchmaker(IStrengths strengths) : IMatchmaker
{
    // Servers with different models have different tables; those that were used last are kept.
    private const int Kept = 8;

    // Latest first. Replaced as a whole, so that draws of several threads need no lock: at worst two of them compute the same table.
    private volatile DrawTable[] _tables = [];

    public PairDraw Draw(IReadOnlyList<Model> models, Random dice)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(models.Count, 2);
        var fit = strengths.Current;
        var tables = _tables;
        var table = Array.Find(tables, known => known.IsFor(models, fit)) ?? new DrawTable(models, fit);
        if (tables.Length == 0 || !ReferenceEquals(tables[0], table))
            _tables = [table, .. tables.Where(other => !ReferenceEquals(other, table) && other.IsOf(fit)).Take(Kept - 1)];
        return table.Draw(dice);
    }

    // The probabilities for one fit and one list of models: thousands of numbers for a hundred models, so they are kept.
    private sealed class DrawTable
    {
        private readonly string[] _models;
        private readonly BradleyTerryFit? _fit;
        private readonly IReadOnlyList<PairProbability> _pairs;
        private readonly double[] _upTo;

        public DrawTable(IReadOnlyList<Model> models, BradleyTerryFit? fit)
        {
            _models = [.. models.Select(model => model.Tag)];
            _fit = fit;
            _pairs = DrawRule.Probabilities(_models, fit);
            _upTo = new double[_pairs.Count];
            var sum = 0.0;
            for (var i = 0; i < _upTo.Length; i++)
                _upTo[i] = sum += _pairs[i].Probability;
        }

        public bool IsOf(BradleyTerryFit? fit) => ReferenceEquals(fit, _fit);

        public bool IsFor(IReadOnlyList<Model> models, BradleyTerryFit? fit)
        {
            if (!IsOf(fit) || models.Count != _models.Length)
                return false;
            for (var i = 0; i < _models.Length; i++)
            {
                if (models[i].Tag != _models[i])
                    return false;
            }

            return true;
        }

        public PairDraw Draw(Random dice)
        {
            // The sum is 1 but for rounding, and the dice never reach it; the last pair takes what rounding leaves over.
            var found = Array.BinarySearch(_upTo, dice.NextDouble());
            var pair = _pairs[Math.Min(found < 0 ? ~found : found + 1, _upTo.Length - 1)];
            var (a, b) = dice.Next(2) == 0 ? (pair.First, pair.Second) : (pair.Second, pair.First);
            return new PairDraw(_models[a], _models[b], pair.Probability, 1.0 / _pairs.Count);
        }
    }
}
