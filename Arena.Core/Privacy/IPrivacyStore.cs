using Arena.Core.Battles;

namespace Arena.Core.Privacy;

/// <summary>Where what is stored of members is looked up, and taken from their ids.</summary>
internal interface IPrivacyStore
{
    Task<StoredData> ReadAsync(MemberId member, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a number that says nothing in the place of a member's id, everywhere but in bans, in one transaction; what is free in the file is
    /// overwritten. The database's log may hold the id until <see cref="TryFoldLogAsync"/>.
    /// </summary>
    /// <param name="withTexts">The prompts that they asked go too, with the answers; those of open votes when they are over.</param>
    /// <exception cref="DatabaseException">It could not be stored.</exception>
    Task<ForgetResult> ForgetAsync(MemberId member, bool withTexts, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Open votes in which the member has voted, or which they started.</summary>
    Task<IReadOnlyList<BattleId>> OpenVotesAsync(MemberId member, CancellationToken cancellationToken);

    /// <summary>Battles of the member that wait or are being answered.</summary>
    Task<IReadOnlyList<BattleId>> WaitingAsync(MemberId member, CancellationToken cancellationToken);

    /// <summary>The servers that the arena has been in.</summary>
    Task<IReadOnlyList<ServerId>> ServersAsync(CancellationToken cancellationToken);

    /// <summary>Drops the texts of a server's battles that ended before a moment, or that are to go when they are over; some at a time.</summary>
    /// <param name="before">Null to drop only those that are to go when they are over.</param>
    /// <returns>How many it were; 0 when none is left.</returns>
    Task<int> DropTextsAsync(ServerId server, DateTimeOffset? before, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Empties the database's log, where what was overwritten may still stand. False: somebody was in the way, ask again.</summary>
    Task<bool> TryFoldLogAsync(CancellationToken cancellationToken);
}
