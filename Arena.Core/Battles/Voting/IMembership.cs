namespace Arena.Core.Battles.Voting;

/// <summary>Since when members are in a server. Asked only where its rules need it and nothing else told.</summary>
public interface IMembership
{
    /// <summary>When the member joined; null when they are not in the server.</summary>
    /// <remarks>Throws when it can not be found out now.</remarks>
    Task<DateTimeOffset?> JoinedAtAsync(ServerId server, MemberId member, CancellationToken cancellationToken);
}
