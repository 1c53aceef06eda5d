namespace Arena.Core.Storage;

/// <summary>Which settled battles are read.</summary>
/// <param name="Scope">Of one scope.</param>
/// <param name="After">Settled later than this, as in the column; all when null.</param>
internal sealed record ComparisonFilter(ScopeKey Scope, long? After = null)
{
    public static ComparisonFilter All { get; } = new(new ScopeKey(0, ""));

    /// <summary>Two models, where only their own battles are wanted.</summary>
    public (string A, string B)? Pair { get; init; }

    /// <summary>The condition on <c>battles b</c>, led by the index of the scope.</summary>
    public string Condition()
    {
        var condition = "b.settled_at is not null";
        if (Scope.Server != 0)
            condition += " and b.server_id = @Server";
        if (Scope.Category.Length > 0)
            condition += " and b.category = @Category";
        if (After is not null)
            condition += " and b.settled_at > @After";
        if (Pair is not null)
        {
            condition += """
                 and b.id in (select battle_id from rating_history where tag = @A and system = 'Elo' and server_id = 0 and category = '')
                 and @B in (b.model_a, b.model_b)
                """;
        }

        return condition;
    }

    /// <summary>The values of the condition.</summary>
    public IEnumerable<(string Name, object Value)> Values()
    {
        if (Scope.Server != 0)
            yield return ("@Server", Scope.Server);
        if (Scope.Category.Length > 0)
            yield return ("@Category", Scope.Category);
        if (After is { } after)
            yield return ("@After", after);
        if (Pair is not var (a, b))
            yield break;
        yield return ("@A", a);
        yield return ("@B", b);
    }
}
