namespace Arena.Core.Battles.Settling;

/// <summary>Where results are kept, and the ratings that follow from them.</summary>
/// <remarks>The methods that write throw <see cref="DatabaseException"/> when nothing can be stored.</remarks>
internal interface ISettlementStore
{
    /// <summary>Counts, rates and closes a battle, all in one transaction. Asked twice, it happens once.</summary>
    /// <param name="now">It is settled then, or later: instants of settlement strictly increase.</param>
    /// <param name="moderator">Who revealed somebody else's battle, for the audit; null where it was nobody's deed but the starter's.</param>
    Task<SettleOutcome> SettleAsync(
        BattleId id, SettleCause cause, DateTimeOffset now, CancellationToken cancellationToken, MemberId? moderator = null);

    /// <summary>How a settled battle ended, with the Elo moves on its own server's board.</summary>
    Task<Settlement> FindAsync(Battle settled, CancellationToken cancellationToken);

    /// <summary>Rates every battle again when the rules of the Elo game are others than those the stored ratings were made by.</summary>
    Task EnsureRulesAsync(CancellationToken cancellationToken);
}
