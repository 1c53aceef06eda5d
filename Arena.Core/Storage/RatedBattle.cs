using Arena.Core.Ratings;

namespace Arena.Core.Storage;

/// <summary>A settled battle and the scopes it counts in.</summary>
/// <param name="Server">As in the column.</param>
internal readonly record struct RatedBattle(long Server, string? Category, Comparison Comparison)
{
    /// <summary>One server and all of them, its category and all of them; server 0 and category '' are all.</summary>
    public IEnumerable<ScopeKey> Scopes()
    {
        yield return new ScopeKey(Server, "");
        yield return new ScopeKey(0, "");
        if (Category is null)
            yield break;
        yield return new ScopeKey(Server, Category);
        yield return new ScopeKey(0, Category);
    }
}
