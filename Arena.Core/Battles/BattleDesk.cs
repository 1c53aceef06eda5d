using Arena.Core.Battles.Generating;
using Arena.Core.Battles.Settling;
using Arena.Core.Battles.Starting;
using Arena.Core.Inference;
using Arena.Core.Prompts;
using Arena.Core.Roster;

namespace Arena.Core.Battles;

/// <summary>Where battles are asked for, revealed and cancelled. Every answer says what was stored; messages follow by themselves.</summary>
public sealed class BattleDesk
{
    private readonly IBattleStore _battles;
    private readonly BattleStarting _starting;
    private readonly RosterService _roster;
    private readonly ServerPrompts _prompts;
    private readonly BattleQueue _queue;
    private readonly WaitEstimate _estimate;
    private readonly Fleet _fleet;
    private readonly Settlements _settlements;
    private readonly Voider _voider;
    private readonly WaitEnder _ender;

    internal BattleDesk(
        IBattleStore battles, BattleStarting starting, RosterService roster, ServerPrompts prompts, BattleQueue queue, WaitEstimate estimate,
        Fleet fleet, Settlements settlements, Voider voider, WaitEnder ender)
    {
        (_battles, _starting, _roster, _prompts) = (battles, starting, roster, prompts);
        (_queue, _estimate, _fleet) = (queue, estimate, fleet);
        (_settlements, _voider, _ender) = (settlements, voider, ender);
    }

    /// <summary>Checks the request, draws the models, stores the battle and queues it.</summary>
    public Task<StartResult> StartAsync(BattleRequest request, CancellationToken cancellationToken) =>
        _starting.BattleAsync(request, cancellationToken);

    /// <summary>Checks the request, stores a duel of the two models and queues it. It is shown with their names, and neither voted on nor rated.</summary>
    /// <param name="modelA">A tag on the roster, however it is spelled; side A.</param>
    /// <param name="modelB">Another one; side B.</param>
    public Task<StartResult> StartDuelAsync(BattleRequest request, string modelA, string modelB, CancellationToken cancellationToken) =>
        _starting.DuelAsync(request, modelA, modelB, cancellationToken);

    /// <summary>Draws a prompt of the server's library that this channel has not had lately; null when there is none.</summary>
    /// <param name="category">One of <see cref="PromptCategories.All"/>, or null for any.</param>
    /// <param name="ageRestricted">Whether the channel is.</param>
    public async Task<LibraryPrompt?> DrawPromptAsync(
        ServerId server, ChannelId channel, string? category, bool ageRestricted, CancellationToken cancellationToken) =>
        (await _prompts.DrawAsync(server, channel, category, ageRestricted, cancellationToken))?.Prompt;

    /// <summary>Closes the vote now. Only the starter and moderators may.</summary>
    public async Task<RevealResult> RevealAsync(BattleId id, MemberId by, bool isModerator, CancellationToken cancellationToken)
    {
        if (await _battles.FindAsync(id, cancellationToken) is not { } battle)
            return new RevealResult.Unknown();
        if (battle.Starter != by && !isModerator)
            return new RevealResult.NotYours();
        return await _settlements.SettleAsync(id, SettleCause.Reveal, cancellationToken, battle.Starter == by ? null : by) switch
        {
            SettleOutcome.Settled settled => new RevealResult.Revealed(settled.Battle),
            SettleOutcome.NotVoting not => new RevealResult.NotVoting(not.State),
            SettleOutcome.TooFewBallots few => new RevealResult.TooFewBallots(few.Have, few.Need),
            _ => new RevealResult.Unknown(),
        };
    }

    /// <summary>
    /// Ends a battle that waits or is being answered; of a further turn only that, and the vote on the turns before it is open again. Only the
    /// starter and moderators may.
    /// </summary>
    public async Task<CancelResult> CancelAsync(BattleId id, MemberId by, bool isModerator, CancellationToken cancellationToken)
    {
        if (await _battles.FindAsync(id, cancellationToken) is not { } battle)
            return new CancelResult.Unknown();
        if (battle.Starter != by && !isModerator)
            return new CancelResult.NotYours();
        var moderator = battle.Starter == by ? (MemberId?)null : by;
        var cancelled = await _ender.EndAsync(
            id, VoidReason.Cancelled, moderator is null ? "by its starter" : "by a moderator", cancellationToken, moderator);
        var now = (await _battles.FindAsync(id, cancellationToken))!;
        return cancelled ? new CancelResult.Cancelled(now) : new CancelResult.NotWaiting(now.State);
    }

    /// <summary>A message was deleted; if it was a battle's that is not over, the battle is void.</summary>
    public async Task MessageDeletedAsync(MessageId message, CancellationToken cancellationToken)
    {
        if (await _battles.FindByMessageAsync(message, cancellationToken) is { IsOver: false } battle)
            await _voider.VoidAsync(battle.Id, VoidReason.MessageDeleted, null, onlyWaiting: false, cancellationToken);
    }

    /// <summary>A channel or thread was deleted; its battles that are not over are void.</summary>
    public async Task ChannelDeletedAsync(ChannelId channel, CancellationToken cancellationToken)
    {
        foreach (var battle in await _battles.GoingOnInChannelAsync(channel, cancellationToken))
            await _voider.VoidAsync(battle.Id, VoidReason.ChannelDeleted, null, onlyWaiting: false, cancellationToken);
    }

    /// <summary>The bot was removed from a server (an outage is not a removal); its battles that are not over are void.</summary>
    public async Task ServerLeftAsync(ServerId server, CancellationToken cancellationToken)
    {
        foreach (var battle in await _battles.GoingOnInServerAsync(server, cancellationToken))
            await _voider.VoidAsync(battle.Id, VoidReason.ChannelDeleted, "the server was left", onlyWaiting: false, cancellationToken);
    }

    /// <summary>The server's queued and generating battles, oldest first.</summary>
    public Task<IReadOnlyList<Battle>> WaitingAsync(ServerId server, CancellationToken cancellationToken) =>
        _battles.WaitingAsync(server, cancellationToken);

    public Task<Battle?> FindAsync(BattleId id, CancellationToken cancellationToken) => _battles.FindAsync(id, cancellationToken);

    public Task<Battle?> FindByMessageAsync(MessageId message, CancellationToken cancellationToken) =>
        _battles.FindByMessageAsync(message, cancellationToken);

    /// <summary>The channel of a server's last battle; null before any.</summary>
    public Task<ChannelId?> LastChannelAsync(ServerId server, CancellationToken cancellationToken) =>
        _battles.LastChannelAsync(server, cancellationToken);

    /// <summary>How the arena stands: one server's battles, or all; the fleet is asked now.</summary>
    public async Task<ArenaStatus> StatusAsync(ServerId? server, CancellationToken cancellationToken)
    {
        var counts = await _battles.CountAsync(server, cancellationToken);
        var active = await _roster.ActiveAsync(cancellationToken);
        return new ArenaStatus(
            counts.Queued, counts.Generating, counts.Voting, counts.Settled, _estimate.Of(_queue.InOrder.Count + 1), active.Count,
            await _fleet.StatusAsync(cancellationToken));
    }
}
