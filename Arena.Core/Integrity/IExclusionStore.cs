using Arena.Core.Battles;

namespace Arena.Core.Integrity;

/// <summary>Where exclusions are stored. Each deed is one transaction: ballots, verdicts, ratings and audit.</summary>
internal interface IExclusionStore
{
    /// <exception cref="DatabaseException">It could not be stored.</exception>
    Task<(ExcludeResult Result, IReadOnlyList<BattleId> Touched)> ExcludeAsync(
        ExclusionRequest request, DateTimeOffset at, CancellationToken cancellationToken);

    /// <exception cref="DatabaseException">It could not be stored.</exception>
    Task<(RestoreResult Result, IReadOnlyList<BattleId> Touched)> RestoreAsync(
        ServerId server, ExclusionId id, MemberId by, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Exclusions of this member's own ballots that stand, and are no part of a suspicion's.</summary>
    Task<IReadOnlyList<ExclusionId>> StandingAsync(ServerId server, MemberId member, CancellationToken cancellationToken);

    /// <summary>Those of these battles that settled since a moment.</summary>
    Task<IReadOnlyList<BattleId>> SettledSinceAsync(IReadOnlyList<BattleId> battles, DateTimeOffset since, CancellationToken cancellationToken);
}
