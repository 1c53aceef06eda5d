using Arena.Core.Battles.Generating;
using Arena.Core.Battles.Showing;
using Arena.Core.Battles.Voting;
using Arena.Core.Inference;
using Arena.Core.Prompts;
using Arena.Core.Roster;
using Arena.Core.Servers;

namespace Arena.Core.Battles.Starting;

/// <summary>Checks what members ask for, whatever way they ask, and stores and queues what may start.</summary>
internal sealed class BattleStarting(
    IStartStore starts, IBanStore bans, RosterService roster, ServerSettingsBook settingsBook, PresetDesk presets, IMatchmaker matchmaker,
    BattleQueue queue, FleetHealth health, Announcer announcer, BattleOptions options, InferenceOptions inference, TimeProvider time, Dice dice)
{
    /// <summary>A battle between two drawn models.</summary>
    public async Task<StartResult> BattleAsync(BattleRequest asked, CancellationToken cancellationToken)
    {
        var (request, plan, refusal) = await CheckAsync(asked, cancellationToken);
        if (refusal is not null)
            return refusal;

        // A model may be retired between the draw and the insert, which then stores nothing; so draw again.
        while (true)
        {
            var models = await roster.PlayableAsync(request.Server, request.IsAgeRestricted, cancellationToken);
            if (models.Count < 2)
                return new StartResult.TooFewModels(models.Count);
            if (await QueueAsync(New(request, plan, matchmaker.Draw(models, dice)), plan, cancellationToken) is { } result)
                return result;
        }
    }

    /// <summary>A duel between the two models that are named; the first one is side A.</summary>
    public async Task<StartResult> DuelAsync(BattleRequest asked, string modelA, string modelB, CancellationToken cancellationToken)
    {
        var (request, plan, refusal) = await CheckAsync(asked, cancellationToken);
        if (refusal is not null)
            return refusal;

        while (true)
        {
            var models = await roster.ListAsync(cancellationToken);
            var benched = await roster.BenchedInAsync(request.Server, cancellationToken);
            if (RosterService.Find(models, modelA) is not { } a)
                return Unknown(modelA, models);
            if (RosterService.Find(models, modelB) is not { } b)
                return Unknown(modelB, models);
            if (a.Tag == b.Tag)
                return new StartResult.SameModelTwice(a.Tag);
            if ((StartRules.Dueller(a, benched, request) ?? StartRules.Dueller(b, benched, request)) is { } objection)
                return objection;
            // Nothing was drawn, so nothing is to be weighed by how likely it was.
            var duel = New(request, plan, new PairDraw(a.Tag, b.Tag, 1, 1)) with { Kind = BattleKind.Duel, FollowUps = 0 };
            if (await QueueAsync(duel, plan, cancellationToken) is { } result)
                return result;
        }
    }

    private async Task<(BattleRequest Request, Plan Plan, StartResult? Refusal)> CheckAsync(BattleRequest request, CancellationToken cancellationToken)
    {
        var settings = settingsBook.Of(request.Server);
        var plan = new Plan(settings, SamplingPreset.Balanced, StartLimits.Of(settings, request.Roles), request.SlowMode);
        if (await bans.IsBannedAsync(request.Server, request.Starter, cancellationToken))
            return (request, plan, new StartResult.Banned());
        if (StartRules.Place(request, settings) is { } elsewhere)
            return (request, plan, elsewhere);
        var (prompt, unfit) = StartRules.Question(request.Prompt, settings);
        if (unfit is not null)
            return (request, plan, unfit);
        request = request with { Prompt = prompt };
        if (StartRules.Words(request, settings) is { } words)
            return (request, plan, words);
        var preset = request.Preset is { } named
            ? await presets.FindAsync(request.Server, named, cancellationToken)
            : await presets.UsualAsync(request.Server, cancellationToken);
        if (preset is null)
            return (request, plan, await UnknownAsync(request.Server, request.Preset!, cancellationToken));
        plan = plan with { Preset = preset };
        return (StartRules.Categorized(request), plan, StartRules.Room(request.Prompt, plan.Preset, inference));
    }

    private async Task<StartResult> UnknownAsync(ServerId server, string name, CancellationToken cancellationToken)
    {
        var known = (await presets.ListAsync(server, cancellationToken)).Select(preset => preset.Name).ToList();
        return new StartResult.UnknownPreset(name.Trim(), ClosestName.Find(name, known), known);
    }

    private static StartResult.UnknownModel Unknown(string tag, IReadOnlyList<Model> models) =>
        new(tag.Trim(), ClosestName.Find(tag, models.Select(known => known.Tag)));

    // Null: one of the models may not play any more.
    private async Task<StartResult?> QueueAsync(Battle battle, Plan plan, CancellationToken cancellationToken)
    {
        var now = battle.CreatedAt;
        Battle? added = null;
        try
        {
            return await starts.QueueAsync(
                battle, now - plan.Limits.Memory, counts => Refuse(counts, plan, now), stored => queue.Add(added = stored), cancellationToken) switch
            {
                QueueOutcome.Refused refused => refused.Why,
                QueueOutcome.Queued queued => Queued(queued.Battle),
                _ => null,
            };
        }
        catch when (added is not null)
        {
            queue.Remove(added.Id);
            throw;
        }
    }

    private Battle New(BattleRequest request, Plan plan, PairDraw draw) => new()
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
        CreatedAt = time.GetUtcNow(),
        VotingTime = plan.Settings.VotingTime,
        Quorum = plan.Settings.Quorum,
        MinimumBallots = plan.Settings.MinimumBallots,
        IsSecret = plan.Settings.SecretBallot,
        IsStreamed = plan.Settings.Streaming,
        Preset = plan.Preset,
        FollowUps = plan.Settings.FollowUpTurns,
    };

    private StartResult? Refuse(StartCounts counts, Plan plan, DateTimeOffset now)
    {
        if ((StartRules.Waiting(counts, options) ?? plan.Limits.Refuse(counts.Started, now)) is { } tooMany)
            return tooMany;
        return counts.LastHere + plan.SlowMode is { } free && free > now ? new StartResult.SlowMode(plan.SlowMode, free) : null;
    }

    private StartResult.Started Queued(Battle battle)
    {
        var place = queue.Place(battle.Id) ?? 1;
        announcer.Tell(battle.Id);
        return new StartResult.Started(
            battle, place, health.IsReachable, health.IsReachable ? null : battle.CreatedAt + options.WaitBound);
    }

    /// <summary>What a battle is started with, beside what was asked for.</summary>
    private sealed record Plan(ServerSettings Settings, SamplingPreset Preset, StartLimits Limits, TimeSpan SlowMode);
}
