namespace Arena.Core.Battles.Settling;

/// <summary>Whoever keeps something that follows from settled battles is told when there is more of them. All calls return at once.</summary>
internal interface IRatingListener
{
    /// <summary>A battle has settled, and that is stored.</summary>
    void Settled(Battle battle);

    /// <summary>All ratings were computed again, because the rules or what counts have changed: nothing that was read before holds.</summary>
    void Replayed();

    /// <summary>The ratings of two categories were computed again, because a settled battle has gone from one to the other.</summary>
    /// <param name="battle">As it is now.</param>
    /// <param name="from">The category that it was in; null when it was in none.</param>
    void CategoryChanged(Battle battle, string? from);
}
