using Arena.Core.Inference;
using Arena.Core.Prompts;
using Arena.Core.Roster;
using Arena.Core.Servers;

namespace Arena.Core.Battles;

/// <summary>Where battles are asked for, revealed and cancelled. Every answer says what was stored; messages follow by themselves.</summary>
public sealed class BattleDesk
{
    private readonly IBattleStore _battles;
    private readonly RosterService _roster;
    private readonly ServerPrompts _prompts;
    private readonly ServerSettingsBook _settings;
    private readonly IMatchmaker _matchmaker;
    private readonly BattleQueue _queue;
    private readonly WaitEstimate _estimate;
    private readonly FleetHealth _health;
    private readonly Fleet _fleet;
    private readonly Settlements _settlements;
    private readonly Voider _voider;
    private readonly Announcer _announcer;
    private readonly BattleOptions _options;
    private readonly TimeProvider _time;
    private readonly Dice _dice;

    internal BattleDesk(
        IBattleStore battles, RosterService roster, ServerPrompts prompts, ServerSettingsBook settings, IMatchmaker matchmaker,
        BattleQueue queue, WaitEstimate estimate, FleetHealth health, Fleet fleet, Settlements settlements, Voider voider, Announcer announcer,
        BattleOptions options, TimeProvider time, Dice dice)
    {
        (_battles, _roster, _prompts, _settings, _matchmaker) = (battles, roster, prompts, settings, matchmaker);
        (_queue, _estimate, _health, _fleet) = (queue, estimate, health, fleet);
        (_settlements, _voider, _announcer) = (settlements, voider, announcer);
        (_options, _time, _dice) = (options, time, dice);
    }

    /// <summary>Checks the request, draws the models, stores the battle and queues it.</summary>
    public async Task<StartResult> StartAsync(BattleRequest request, CancellationToken cancellationToken)
    {
        var settings = _settings.Of(request.Server);
        switch (PromptRules.Check(request.Prompt, settings.MaxPromptCharacters))
        {
            case PromptCheck.Empty:
                return new StartResult.PromptEmpty();
            case PromptCheck.TooLong tooLong:
                return new StartResult.PromptTooLong(tooLong.Limit, tooLong.Actual);
            case PromptCheck.Good good:
                request = request with { Prompt = good.Text };
                break;
        }

        if (request.Category is { } category && !PromptCategories.IsKnown(category))
            return new StartResult.UnknownCategory(category, PromptCategories.All);
        request = Categorized(request);

        // A model may be retired between the draw and the insert, which then stores nothing; so draw again.
        while (true)
        {
            var models = await _roster.PlayableAsync(request.Server, request.IsAgeRestricted, cancellationToken);
            if (models.Count < 2)
                return new StartResult.TooFewModels(models.Count);
            switch (await _battles.QueueAsync(New(request, settings, _matchmaker.Draw(models, _dice)), Refuse, cancellationToken))
            {
                case QueueOutcome.Refused refused:
                    return refused.Why;
                case QueueOutcome.Queued queued:
                    return Queue(queued.Battle);
            }
        }
    }

    /// <summary>Draws a prompt of the server's library that this channel has not had lately; null when there is none.</summary>
    /// <param name="category">One of <see cref="PromptCategories.All"/>, or null for any.</param>
    /// <param name="ageRestricted">Whether the channel is.</param>
    public Task<LibraryPrompt?> DrawPromptAsync(
        ServerId server, ChannelId channel, string? category, bool ageRestricted, CancellationToken cancellationToken) =>
        _prompts.DrawAsync(server, channel, category, ageRestricted, cancellationToken);

    /// <summary>Closes the vote now. Only the starter and moderators may.</summary>
    public async Task<RevealResult> RevealAsync(BattleId id, MemberId by, bool isModerator, CancellationToken cancellationToken)
    {
        if (await _battles.FindAsync(id, cancellationToken) is not { } battle)
            return new RevealResult.Unknown();
        if (battle.Starter != by && !isModerator)
            return new RevealResult.NotYours();
        return await _settlements.SettleAsync(id, SettleCause.Reveal, cancellationToken) switch
        {
            SettleOutcome.Settled settled => new RevealResult.Revealed(settled.Battle),
            SettleOutcome.NotVoting not => new RevealResult.NotVoting(not.State),
            SettleOutcome.TooFewBallots few => new RevealResult.TooFewBallots(few.Have, few.Need),
            _ => new RevealResult.Unknown(),
        };
    }

    /// <summary>Ends a battle that waits or is being answered. Only the starter and moderators may.</summary>
    public async Task<CancelResult> CancelAsync(BattleId id, MemberId by, bool isModerator, CancellationToken cancellationToken)
    {
        if (await _battles.FindAsync(id, cancellationToken) is not { } battle)
            return new CancelResult.Unknown();
        if (battle.Starter != by && !isModerator)
            return new CancelResult.NotYours();
        var cancelled = await _voider.VoidAsync(id, VoidReason.Cancelled, $"by member {by}", onlyWaiting: true, cancellationToken);
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

    // A member who names no category leaves it to the rules; what they are not sure of stays open.
    private static BattleRequest Categorized(BattleRequest request)
    {
        if (request.Category is not null)
            return request with { CategorySource = request.CategorySource ?? (request.Source == PromptSource.Library ? CategorySource.Library : CategorySource.Member) };
        var guess = request.CategorySource is null or CategorySource.Rule ? PromptCategory.Guess(request.Prompt) : null;
        return guess is null ? request : request with { Category = guess, CategorySource = CategorySource.Rule };
    }

    private Battle New(BattleRequest request, ServerSettings settings, PairDraw draw) => new()
    {
        Id = default,
        Server = request.Server,
        Channel = request.Channel,
        Starter = request.Starter,
        Prompt = request.Prompt,
        Source = request.Source,
        Language = PromptLanguage.Detect(request.Prompt),
        Category = request.Category,
        CategorySource = request.CategorySource,
        State = BattleState.Queued,
        ModelA = draw.ModelA,
        ModelB = draw.ModelB,
        PairProbability = draw.Probability,
        UniformProbability = draw.UniformProbability,
        CreatedAt = _time.GetUtcNow(),
        VotingTime = settings.VotingTime,
        Quorum = settings.Quorum,
        MinimumBallots = settings.MinimumBallots,
        IsSecret = settings.SecretBallot,
    };

    private StartResult? Refuse(WaitingCounts waiting)
    {
        if (waiting.OfMember >= _options.WaitingPerMember)
            return new StartResult.MemberHasTooManyWaiting(_options.WaitingPerMember);
        return waiting.OfServer >= _options.WaitingPerServer
            ? new StartResult.ServerHasTooManyWaiting(_options.WaitingPerServer)
            : null;
    }

    private StartResult.Started Queue(Battle battle)
    {
        _queue.Add(battle);
        var place = _queue.Place(battle.Id) ?? 1;
        _announcer.Tell(battle.Id);
        return new StartResult.Started(
            battle, place, _health.IsReachable, _health.IsReachable ? null : battle.CreatedAt + _options.WaitBound);
    }
}
