namespace Arena.Core.Integrity;

/// <summary>Where moderators look at suspicions and decide. Whether somebody is one is the caller's to know.</summary>
public sealed class SuspicionDesk
{
    private readonly ISuspicionStore _store;
    private readonly ExclusionDesk _exclusions;
    private readonly TimeProvider _time;

    internal SuspicionDesk(ISuspicionStore store, ExclusionDesk exclusions, TimeProvider time) =>
        (_store, _exclusions, _time) = (store, exclusions, time);

    /// <summary>Those of a server, the latest first.</summary>
    public Task<IReadOnlyList<Suspicion>> ListAsync(ServerId server, CancellationToken cancellationToken) => _store.ListAsync(server, cancellationToken);

    /// <summary>Null where this server has no such suspicion.</summary>
    public Task<Suspicion?> FindAsync(ServerId server, SuspicionId id, CancellationToken cancellationToken) =>
        _store.FindAsync(server, id, cancellationToken);

    /// <summary>Its accounts and how they voted, those with the most ballots first.</summary>
    public Task<IReadOnlyList<Suspect>> SuspectsAsync(Suspicion suspicion, CancellationToken cancellationToken) =>
        _store.SuspectsAsync(suspicion, cancellationToken);

    /// <summary>Decides. Excluding and taking back compute all ratings again; asked twice, it happens once.</summary>
    /// <exception cref="DatabaseException">It could not be stored.</exception>
    public async Task<DecideResult> DecideAsync(
        ServerId server, SuspicionId id, SuspicionDecision decision, MemberId by, CancellationToken cancellationToken)
    {
        var (result, touched) = await _store.DecideAsync(server, id, decision, by, _time.GetUtcNow(), cancellationToken);
        await _exclusions.ToldAsync(touched, cancellationToken);
        return result;
    }

    /// <summary>Open ones of which the moderators have not been told.</summary>
    public Task<IReadOnlyList<Suspicion>> UntoldAsync(CancellationToken cancellationToken) => _store.UntoldAsync(cancellationToken);

    /// <summary>The moderators have been told, by this message.</summary>
    public Task ToldAsync(SuspicionId id, ChannelId channel, MessageId message, CancellationToken cancellationToken) =>
        _store.ToldAsync(id, channel, message, cancellationToken);
}
