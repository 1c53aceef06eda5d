namespace Arena.Core.Battles.Voting;

/// <summary>Where bans are kept. A change is one transaction with the ballots in the server's open votes that it takes out of the count or puts back.</summary>
/// <remarks>The methods that write throw <see cref="DatabaseException"/> when nothing can be stored.</remarks>
internal interface IBanStore
{
    Task<bool> IsBannedAsync(ServerId server, MemberId member, CancellationToken cancellationToken);

    /// <summary>Of one server, the latest first.</summary>
    Task<IReadOnlyList<Ban>> ListAsync(ServerId server, CancellationToken cancellationToken);

    /// <param name="open">Their counts of ballots are forgotten where they change.</param>
    Task<BanResult> BanAsync(ServerId server, Ban ban, ICollection<OpenBattle> open, CancellationToken cancellationToken);

    /// <param name="open">Their counts of ballots are forgotten where they change.</param>
    Task<BanResult> UnbanAsync(
        ServerId server, MemberId member, MemberId by, DateTimeOffset at, ICollection<OpenBattle> open, CancellationToken cancellationToken);
}
