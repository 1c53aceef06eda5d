namespace Arena.Core.Privacy;

/// <summary>Everything the arena stores under a member's id.</summary>
/// <param name="Kinds">One for each kind of thing that there is some of.</param>
public sealed record StoredData(IReadOnlyList<StoredKind> Kinds)
{
    public bool IsEmpty => Kinds.Count == 0;
}
