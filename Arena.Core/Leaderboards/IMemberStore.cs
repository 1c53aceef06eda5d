namespace Arena.Core.Leaderboards;

/// <summary>Where a member's own ballots are read. Nothing of a battle that is not settled comes out of it.</summary>
internal interface IMemberStore
{
    /// <summary>The member's ballots in the settled battles of a scope. A stranger has none.</summary>
    Task<StoredMember> ReadAsync(MemberId member, Scope scope, CancellationToken cancellationToken);
}
