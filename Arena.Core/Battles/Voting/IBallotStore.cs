namespace Arena.Core.Battles.Voting;

/// <summary>
/// Where ballots are kept, and every change that made them. Each method is one transaction that nobody else
/// writes in between, durable when it returns, and changes nothing when the vote is not open. It keeps
/// <see cref="OpenBattle.Counted"/>.
/// </summary>
/// <remarks>All methods throw <see cref="DatabaseException"/> when nothing can be stored.</remarks>
internal interface IBallotStore
{
    /// <summary>Adds or withdraws one reaction of a member.</summary>
    /// <param name="fitness">Of the ballot if it is cast anew by this.</param>
    /// <returns>What became of it, and the battle's counted ballots when it changed something.</returns>
    Task<(CastResult Result, int Counted)> CastAsync(
        OpenBattle battle, MemberId member, ReactionEvent change, Fitness fitness, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Puts a choice in the place of what stands; the same choice again takes it back.</summary>
    /// <returns>What became of it, and the battle's counted ballots when it changed something.</returns>
    Task<(CastResult Result, int Counted)> ChooseAsync(
        OpenBattle battle, MemberId member, Choice choice, Fitness fitness, DateTimeOffset at,
        CancellationToken cancellationToken);

    /// <summary>What is known to stand of each member.</summary>
    Task<IReadOnlyDictionary<MemberId, IReadOnlySet<Choice>>> StandingAsync(BattleId battle, CancellationToken cancellationToken);

    /// <summary>Withdraws everyone's reactions, or those of one choice.</summary>
    Task WithdrawAllAsync(OpenBattle battle, Choice? only, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Merges what stands on the message with what is stored, member by member, see <see cref="Reconciliation"/>.</summary>
    /// <param name="fitness">Of a member's ballot if something was found that was not known.</param>
    /// <returns>How many events that took, and the battle's counted ballots.</returns>
    Task<(int Changes, int Counted)> ReconcileAsync(
        OpenBattle battle, IReadOnlyDictionary<MemberId, IReadOnlySet<Choice>> read, Func<MemberId, Fitness> fitness, DateTimeOffset at,
        CancellationToken cancellationToken);
}
