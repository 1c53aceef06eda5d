using System.Runtime.InteropServices;

namespace Arena.Core.Ratings;

/// <summary>Comparisons with their models numbered in order of first appearance. Rows keep the order in which they were added.</summary>
public sealed class ComparisonTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _models = [];
    private readonly List<ComparisonRow> _rows;
    private readonly List<(AnswerStyle? A, AnswerStyle? B)> _styles = [];
    private readonly List<double> _weights = [];

    /// <param name="capacity">How many rows are expected.</param>
    public ComparisonTable(int capacity = 0) => _rows = new List<ComparisonRow>(capacity);

    /// <summary>The tags of the models by number.</summary>
    public IReadOnlyList<string> Models => _models;

    /// <summary>All rows, in the order in which they were added.</summary>
    public ReadOnlySpan<ComparisonRow> Rows => CollectionsMarshal.AsSpan(_rows);

    /// <summary>Whether the rows are in order of settlement, then battle id: they are when they were added so.</summary>
    public bool IsInOrder { get; private set; } = true;

    /// <summary>The styles of both answers, beside <see cref="Rows"/>; empty where no row has any.</summary>
    public ReadOnlySpan<(AnswerStyle? A, AnswerStyle? B)> Styles => CollectionsMarshal.AsSpan(_styles);

    /// <summary>
    /// What each battle is multiplied by in a Bradley–Terry fit besides its damping, beside <see cref="Rows"/>; empty where all weigh 1, as
    /// the arena's own do. Tables from elsewhere may weigh their rows.
    /// </summary>
    public ReadOnlySpan<double> Weights => CollectionsMarshal.AsSpan(_weights);

    /// <summary>What a battle is multiplied by in a Bradley–Terry fit, by its place in <see cref="Rows"/>.</summary>
    internal double WeightOf(int row) => (_weights.Count == 0 ? 1 : _weights[row]) * _rows[row].Damping;

    /// <summary>Numbers the models of these comparisons.</summary>
    public static ComparisonTable Of(IEnumerable<Comparison> comparisons)
    {
        var table = new ComparisonTable();
        foreach (var comparison in comparisons)
            table.Add(comparison);
        return table;
    }

    /// <summary>The model's number, a new one at its first appearance.</summary>
    public int NumberOf(string tag)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, tag, out var known);
        if (!known)
        {
            number = _models.Count;
            _models.Add(tag);
        }

        return number;
    }

    /// <summary>Adds a comparison at the end.</summary>
    public void Add(in Comparison comparison) => Add(
        new ComparisonRow(
            comparison.Battle,
            comparison.SettledAt.ToUnixTimeMilliseconds(),
            NumberOf(comparison.ModelA),
            NumberOf(comparison.ModelB),
            comparison.Tally,
            comparison.SizeA ?? double.NaN,
            comparison.SizeB ?? double.NaN,
            comparison.SizeMax ?? double.NaN,
            comparison.DrawRatio ?? double.NaN,
            comparison.Damping),
        comparison.StyleA,
        comparison.StyleB);

    /// <summary>Adds a row whose models were numbered by <see cref="NumberOf"/>.</summary>
    /// <param name="row">The battle.</param>
    /// <param name="styleA">How A's answer is written, if that is known.</param>
    /// <param name="styleB">How B's answer is written, if that is known.</param>
    /// <param name="weight">See <see cref="Weights"/>; more than 0.</param>
    public void Add(in ComparisonRow row, AnswerStyle? styleA = null, AnswerStyle? styleB = null, double weight = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weight);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(row.Damping, nameof(row));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row.A, (uint)_models.Count, nameof(row));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row.B, (uint)_models.Count, nameof(row));
        if (styleA is not null || styleB is not null || _styles.Count > 0)
        {
            // The first row with a style brings a place for every row before it.
            while (_styles.Count < _rows.Count)
                _styles.Add(default);
            _styles.Add((styleA, styleB));
        }

        if (weight != 1 || _weights.Count > 0)
        {
            while (_weights.Count < _rows.Count)
                _weights.Add(1);
            _weights.Add(weight);
        }

        IsInOrder = IsInOrder && (_rows.Count == 0 || InOrder(Rows[^1], row) <= 0);
        _rows.Add(row);
    }

    /// <summary>Compares by settlement, then battle id.</summary>
    internal static int InOrder(in ComparisonRow x, in ComparisonRow y) =>
        x.SettledAt != y.SettledAt ? x.SettledAt.CompareTo(y.SettledAt) : x.Battle.CompareTo(y.Battle);
}
