namespace Arena.Core.Battles;

/// <summary>
/// Where ballots are kept, and every change of a reaction that made them. Each method is one transaction that nobody else
/// writes in between, durable when it returns, and changes nothing when the vote is not open. It keeps
/// <see cref="OpenBattle.Counted"/>.
/// </summary>
/// <remarks>All methods throw <see cref="DatabaseException"/> when nothing can be stored.</remarks>
internal interface IBallotStore
{
    /// <summary>Adds or withdraws one reaction of a member.</summary>
    /// <returns>What became of it, and the battle's counted ballots when it changed something.</returns>
    Task<(CastResult Result, int Counted)> CastAsync(
        OpenBattle battle, MemberId member, ReactionEvent change, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Withdraws everyone's reactions, or those of one choice.</summary>
    Task WithdrawAllAsync(OpenBattle battle, Choice? only, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Merges what stands on the message with what is stored, member by member, see <see cref="Reconciliation"/>.</summary>
    /// <returns>How many events that took, and the battle's counted ballots.</returns>
    Task<(int Changes, int Counted)> ReconcileAsync(
        OpenBattle battle, IReadOnlyDictionary<MemberId, IReadOnlySet<Choice>> read, DateTimeOffset at, CancellationToken cancellationToken);
}
