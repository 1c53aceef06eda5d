namespace Arena.Core.Battles;

/// <summary>Whoever keeps something that follows from settled battles is told when there is more of them. Both calls return at once.</summary>
internal interface IRatingListener
{
    /// <summary>A battle has settled, and that is stored.</summary>
    void Settled(Battle battle);

    /// <summary>All ratings were computed again, because the rules or what counts have changed: nothing that was read before holds.</summary>
    void Replayed();
}
