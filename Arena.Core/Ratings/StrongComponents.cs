namespace Arena.Core.Ratings;

/// <summary>The strongly connected parts of the graph with an edge from i to j where i took any share from j (Kosaraju's two walks).</summary>
internal sealed class StrongComponents
{
    private readonly int[] _partOf;
    private readonly List<int> _sizes = [];

    /// <param name="models">How many models there are.</param>
    /// <param name="edges">From whom to whom.</param>
    public StrongComponents(int models, IReadOnlyList<(int From, int To)> edges)
    {
        _partOf = new int[models];
        var forward = edges.ToLookup(e => e.From, e => e.To);
        var backward = edges.ToLookup(e => e.To, e => e.From);

        var left = new List<int>(models);
        var seen = new bool[models];
        for (var i = 0; i < models; i++)
            Walk(i, forward, seen, left);

        Array.Clear(seen);
        for (var i = models - 1; i >= 0; i--)
        {
            var part = new List<int>();
            Walk(left[i], backward, seen, part);
            if (part.Count == 0)
                continue;
            foreach (var model in part)
                _partOf[model] = _sizes.Count;
            _sizes.Add(part.Count);
        }
    }

    /// <summary>Whether all hang together.</summary>
    public bool IsConnected => _sizes.Count <= 1;

    /// <summary>Which models lie outside the largest part; of equally large ones the part with the lowest number counts as it.</summary>
    public IEnumerable<int> OutsideLargest()
    {
        var largest = Enumerable.Range(0, _partOf.Length).MaxBy(model => _sizes[_partOf[model]]);
        return Enumerable.Range(0, _partOf.Length).Where(model => _partOf[model] != _partOf[largest]);
    }

    // Appends each model reached when all that it leads to has been reached.
    private static void Walk(int start, ILookup<int, int> edges, bool[] seen, List<int> left)
    {
        if (seen[start])
            return;
        seen[start] = true;
        var way = new Stack<(int Model, IEnumerator<int> Next)>();
        way.Push((start, edges[start].GetEnumerator()));
        while (way.TryPeek(out var at))
        {
            if (!at.Next.MoveNext())
            {
                left.Add(at.Model);
                way.Pop().Next.Dispose();
            }
            else if (!seen[at.Next.Current])
            {
                seen[at.Next.Current] = true;
                way.Push((at.Next.Current, edges[at.Next.Current].GetEnumerator()));
            }
        }
    }
}
