using Arena.Core.Battles;
using Arena.Core.Battles.Settling;
using Arena.Core.Battles.Showing;

namespace Arena.Core.Integrity;

/// <summary>Where moderators take ballots out of the ratings and put them back. Whether somebody is one is the caller's to know.</summary>
/// <remarks>The ballots stay as they were cast; whether they count, the verdicts and all ratings follow, in one transaction.</remarks>
public sealed class ExclusionDesk
{
    /// <summary>Messages of battles that settled before are left as they are; their tally is of that time.</summary>
    internal static readonly TimeSpan ShownAnew = TimeSpan.FromDays(1);

    private readonly IExclusionStore _store;
    private readonly IRatingListener _ratings;
    private readonly Announcer _announcer;
    private readonly TimeProvider _time;

    internal ExclusionDesk(IExclusionStore store, IRatingListener ratings, Announcer announcer, TimeProvider time) =>
        (_store, _ratings, _announcer, _time) = (store, ratings, announcer, time);

    /// <summary>Excludes ballots of members in one server, in open votes, too. What they cast from now on counts: to keep somebody out is a ban.</summary>
    /// <exception cref="DatabaseException">It could not be stored.</exception>
    public async Task<ExcludeResult> ExcludeAsync(ExclusionRequest request, CancellationToken cancellationToken)
    {
        var (result, touched) = await _store.ExcludeAsync(request, _time.GetUtcNow(), cancellationToken);
        await ToldAsync(touched, cancellationToken);
        return result;
    }

    /// <summary>Takes an exclusion back. A ballot that another one is about, too, stays excluded until that is taken back as well.</summary>
    /// <exception cref="DatabaseException">It could not be stored.</exception>
    public async Task<RestoreResult> RestoreAsync(ServerId server, ExclusionId id, MemberId by, CancellationToken cancellationToken)
    {
        var (result, touched) = await _store.RestoreAsync(server, id, by, _time.GetUtcNow(), cancellationToken);
        await ToldAsync(touched, cancellationToken);
        return result;
    }

    /// <summary>Exclusions of this member's own ballots that stand; those that a suspicion made are not among them.</summary>
    public Task<IReadOnlyList<ExclusionId>> StandingAsync(ServerId server, MemberId member, CancellationToken cancellationToken) =>
        _store.StandingAsync(server, member, cancellationToken);

    /// <summary>Ballots of these battles have begun or ceased to count, and that is stored: boards and messages follow.</summary>
    internal async Task ToldAsync(IReadOnlyList<BattleId> touched, CancellationToken cancellationToken)
    {
        if (touched.Count == 0)
            return;
        _ratings.Replayed();
        foreach (var battle in await _store.SettledSinceAsync(touched, _time.GetUtcNow() - ShownAnew, cancellationToken))
            _announcer.Tell(battle);
    }
}
