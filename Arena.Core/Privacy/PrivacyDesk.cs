using Arena.Core.Battles;
using Arena.Core.Battles.Generating;
using Arena.Core.Battles.Showing;

namespace Arena.Core.Privacy;

/// <summary>Where members ask what is stored of them, and ask to be forgotten.</summary>
public sealed class PrivacyDesk
{
    private readonly IPrivacyStore _store;
    private readonly WaitEnder _ender;
    private readonly Announcer _announcer;
    private readonly LogFolding _folding;
    private readonly TimeProvider _time;

    internal PrivacyDesk(IPrivacyStore store, WaitEnder ender, Announcer announcer, LogFolding folding, TimeProvider time) =>
        (_store, _ender, _announcer, _folding, _time) = (store, ender, announcer, folding, time);

    /// <summary>Everything under the member's id, in all servers.</summary>
    public Task<StoredData> ReadAsync(MemberId member, CancellationToken cancellationToken) => _store.ReadAsync(member, cancellationToken);

    /// <summary>
    /// Forgets a member, for good. Their ballots stay and count; their battles that wait are cancelled, since nobody could answer for them any
    /// more; messages of open votes are shown again without their name.
    /// </summary>
    /// <param name="withTexts">The prompts that they asked go too, with the answers.</param>
    /// <exception cref="DatabaseException">It could not be stored.</exception>
    public async Task<ForgetResult> ForgetAsync(MemberId member, bool withTexts, CancellationToken cancellationToken)
    {
        foreach (var waiting in await _store.WaitingAsync(member, cancellationToken))
            await _ender.EndAsync(waiting, VoidReason.Cancelled, "its starter asked to be forgotten", cancellationToken);
        var open = await _store.OpenVotesAsync(member, cancellationToken);
        var result = await _store.ForgetAsync(member, withTexts, _time.GetUtcNow(), cancellationToken);
        _folding.Request();
        foreach (var battle in open)
            _announcer.Tell(battle);
        return result;
    }
}
