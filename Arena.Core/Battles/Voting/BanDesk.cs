using Arena.Core.Battles.Settling;

namespace Arena.Core.Battles.Voting;

/// <summary>Who is kept out of a server's arena. Whether somebody may ban, and be banned, is the caller's to know.</summary>
public sealed class BanDesk
{
    private readonly IBanStore _store;
    private readonly OpenBattles _open;
    private readonly Settlements _settlements;
    private readonly TimeProvider _time;

    internal BanDesk(IBanStore store, OpenBattles open, Settlements settlements, TimeProvider time) =>
        (_store, _open, _settlements, _time) = (store, open, settlements, time);

    public Task<bool> IsBannedAsync(ServerId server, MemberId member, CancellationToken cancellationToken) =>
        _store.IsBannedAsync(server, member, cancellationToken);

    /// <summary>Of one server, the latest first.</summary>
    public Task<IReadOnlyList<Ban>> ListAsync(ServerId server, CancellationToken cancellationToken) => _store.ListAsync(server, cancellationToken);

    /// <summary>Bans a member from a server's arena. Their ballots in its open votes do not count from now on; battles that are settled stay as they are.</summary>
    /// <param name="name">What the member is called now.</param>
    /// <exception cref="DatabaseException">It could not be stored.</exception>
    public Task<BanResult> BanAsync(
        ServerId server, MemberId member, string name, string? reason, MemberId by, CancellationToken cancellationToken) =>
        _store.BanAsync(server, new Ban(member, name, reason, _time.GetUtcNow(), by), _open.All, cancellationToken);

    /// <summary>Takes a ban back. Ballots in votes that are still open count again, if nothing else speaks against them.</summary>
    /// <exception cref="DatabaseException">It could not be stored.</exception>
    public async Task<BanResult> UnbanAsync(ServerId server, MemberId member, MemberId by, CancellationToken cancellationToken)
    {
        var result = await _store.UnbanAsync(server, member, by, _time.GetUtcNow(), _open.All, cancellationToken);
        if (result is BanResult.Unbanned { Ballots: > 0 })
        {
            // What counts again may be what the quorum was waiting for; where it is not, asking changes nothing.
            foreach (var battle in _open.All.Where(battle => battle.Server == server))
                _settlements.Request(battle.Id, SettleCause.Quorum);
        }

        return result;
    }
}
