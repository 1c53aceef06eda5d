using System.Runtime.InteropServices;

namespace Arena.Core.Ratings;

/// <summary>
/// What the ratings need of the battles, pair by pair: adding a battle costs the same however many there are, and a fit never looks
/// at battles again. Battles may be added in any order, also after a fit; a battle with swapped sides lands in the same sums, and one
/// without a counted ballot is passed over. Not for several threads at once: fit from a <see cref="Copy"/> while others add.
/// </summary>
public sealed class PairSums
{
    private const double LeastDrawn = 0.2;
    private const double MostDrawn = 5;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _models = [];
    private readonly List<BattleRecord> _records = [];
    private readonly List<PairSum> _pairs = [];

    // Where the sums of a pair lie, plus one; 0 where the two never met. The place of a pair is the same however many models follow.
    private int[] _places = [];

    /// <param name="rho">ρ in [0, 1], see <see cref="BradleyTerryOptions.Rho"/>: it is in the weights that are summed.</param>
    /// <exception cref="ArgumentOutOfRangeException">ρ is not between 0 and 1.</exception>
    public PairSums(double rho)
    {
        if (rho is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(rho), rho, "The correlation of ballots within a battle is between 0 and 1.");
        Rho = rho;
    }

    private PairSums(PairSums other) : this(other.Rho)
    {
        _numbers = new Dictionary<string, int>(other._numbers, StringComparer.Ordinal);
        _models = [.. other._models];
        _records = [.. other._records];
        _pairs = [.. other._pairs];
        _places = [.. other._places];
        (Battles, Ballots, SumOfDrawn) = (other.Battles, other.Ballots, other.SumOfDrawn);
    }

    /// <summary>The correlation of ballots within a battle that the weights hold.</summary>
    public double Rho { get; }

    /// <summary>The tags of the models with at least one counted battle, by number: in order of first appearance.</summary>
    public IReadOnlyList<string> Models => _models;

    /// <summary>Battles with at least one counted ballot.</summary>
    public int Battles { get; private set; }

    /// <summary>Counted ballots in them.</summary>
    public long Ballots { get; private set; }

    /// <summary>Pairs that met.</summary>
    internal ReadOnlySpan<PairSum> Pairs => CollectionsMarshal.AsSpan(_pairs);

    /// <summary>Σ of the clipped draw ratios over the counted battles.</summary>
    internal double SumOfDrawn { get; private set; }

    /// <summary>The model's number; null without a counted battle.</summary>
    public int? NumberOf(string tag) => _numbers.TryGetValue(tag, out var number) ? number : null;

    /// <summary>The model's wins, losses and ties by verdict, and its ballots; all zero without a counted battle.</summary>
    public BattleRecord RecordOf(string tag) => NumberOf(tag) is { } number ? _records[number] : default;

    /// <summary>The same by number.</summary>
    public BattleRecord RecordOf(int number) => _records[number];

    /// <summary>What two models have between them, seen from the first; all zero where they never met.</summary>
    public PairRecord Between(string first, string second) =>
        NumberOf(first) is { } i && NumberOf(second) is { } j ? Between(i, j) : default;

    /// <summary>The same by numbers.</summary>
    public PairRecord Between(int first, int second)
    {
        if (first > second)
            return Between(second, first).Swapped();
        if (first == second || _places[Place(first, second)] is not (> 0 and var place))
            return default;
        ref readonly var pair = ref Pairs[place - 1];
        return new PairRecord(pair.Battles, pair.Ballots, pair.Points);
    }

    /// <summary>Adds a battle.</summary>
    /// <exception cref="ArgumentException">Both sides are the same model.</exception>
    public void Add(in Comparison comparison)
    {
        if (comparison.Tally.Counted == 0)
            return;
        if (comparison.ModelA == comparison.ModelB)
            throw AgainstItself(comparison.ModelA);
        Add(Number(comparison.ModelA), Number(comparison.ModelB), comparison.Tally, comparison.DrawRatio ?? double.NaN, comparison.Damping);
    }

    /// <summary>Adds all battles of a table.</summary>
    /// <exception cref="ArgumentException">Both sides of a battle are the same model.</exception>
    public void Add(ComparisonTable table)
    {
        // The table's numbers to those here; a model without a counted battle gets none.
        Span<int> numbers = new int[table.Models.Count];
        numbers.Fill(-1);
        for (var i = 0; i < table.Rows.Length; i++)
        {
            ref readonly var row = ref table.Rows[i];
            if (row.Tally.Counted == 0)
                continue;
            if (row.A == row.B)
                throw AgainstItself(table.Models[row.A]);
            if (numbers[row.A] < 0)
                numbers[row.A] = Number(table.Models[row.A]);
            if (numbers[row.B] < 0)
                numbers[row.B] = Number(table.Models[row.B]);
            Add(numbers[row.A], numbers[row.B], row.Tally, row.DrawRatio, table.WeightOf(i));
        }
    }

    /// <summary>These sums as they stand: what is added to one is not in the other.</summary>
    public PairSums Copy() => new(this);

    /// <summary>Forgets all battles and models.</summary>
    public void Clear()
    {
        _numbers.Clear();
        _models.Clear();
        _records.Clear();
        _pairs.Clear();
        Array.Clear(_places);
        (Battles, Ballots, SumOfDrawn) = (0, 0, 0);
    }

    /// <summary><c>1 / (eligible pairs × p_drawn)</c>, 1 if unknown, clipped to [1/5, 5].</summary>
    internal static double Drawn(double ratio) => double.IsNaN(ratio) ? 1 : Math.Clamp(ratio, LeastDrawn, MostDrawn);

    // Said before the model gets a number: those with a number have a battle.
    private static ArgumentException AgainstItself(string tag) => new($"A model cannot play against itself, as {tag} does here.");

    private static int Place(int low, int high) => checked(high * (high - 1) / 2 + low);

    private void Add(int a, int b, in Tally tally, double ratio, double weight)
    {
        var drawn = Drawn(ratio);
        var ballots = tally.Counted;
        if (a < b)
            Pair(a, b).Add(tally, Rho, weight, drawn);
        else
            Pair(b, a).Add(tally.Swapped, Rho, weight, drawn);

        var records = CollectionsMarshal.AsSpan(_records);
        var verdict = tally.Verdict!.Value;
        records[a] = records[a].With(verdict, playedA: true, ballots);
        records[b] = records[b].With(verdict, playedA: false, ballots);
        Battles++;
        Ballots += ballots;
        SumOfDrawn += drawn;
    }

    private ref PairSum Pair(int low, int high)
    {
        ref var place = ref _places[Place(low, high)];
        if (place == 0)
        {
            _pairs.Add(new PairSum { Low = low, High = high });
            place = _pairs.Count;
        }

        return ref CollectionsMarshal.AsSpan(_pairs)[place - 1];
    }

    private int Number(string tag)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, tag, out var known);
        if (known)
            return number;

        number = _models.Count;
        _models.Add(tag);
        _records.Add(default);
        var needed = Place(0, _models.Count);
        if (needed > _places.Length)
            Array.Resize(ref _places, Math.Max(needed, Math.Min(2 * _places.Length, _places.Length + 1_000_000)));
        return number;
    }
}
