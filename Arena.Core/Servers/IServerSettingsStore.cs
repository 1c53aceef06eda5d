namespace Arena.Core.Servers;

/// <summary>Where the settings of servers are kept.</summary>
internal interface IServerSettingsStore
{
    /// <summary>What the moderators of each server have set, by key.</summary>
    Task<IReadOnlyDictionary<ServerId, IReadOnlyDictionary<string, string>>> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Stores some of a server's settings, each with a line in the audit, all in one transaction.</summary>
    Task StoreAsync(ServerId server, MemberId by, IReadOnlyList<StoredChange> changes, DateTimeOffset at, CancellationToken cancellationToken);
}
