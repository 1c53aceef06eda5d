using Arena.Core.Inference;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Roster;

/// <summary>The models of the arena. The database rules; the nodes are asked what a new one is.</summary>
public sealed partial class RosterService
{
    private readonly IModelStore _models;
    private readonly Fleet _fleet;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private volatile IReadOnlyList<Model> _current = [];

    internal RosterService(IModelStore models, Fleet fleet, TimeProvider time, ILogger<RosterService> logger) =>
        (_models, _fleet, _time, _logger) = (models, fleet, time, logger);

    /// <summary>The models of the roster by tag, as they stood when it was last read or changed here; for autocomplete.</summary>
    public IReadOnlyList<Model> Current => _current;

    /// <summary>The models of the roster, by tag.</summary>
    public async Task<IReadOnlyList<Model>> ListAsync(CancellationToken cancellationToken) =>
        _current = [.. (await AllAsync(cancellationToken)).Where(model => model.RemovedAt is null)];

    /// <summary>The models of the roster and those that were removed from it, by tag: what stands in battles of the past.</summary>
    public Task<IReadOnlyList<Model>> AllAsync(CancellationToken cancellationToken) => _models.ListAsync(cancellationToken);

    /// <summary>The models that can be drawn in servers that let them play, by tag.</summary>
    public async Task<IReadOnlyList<Model>> ActiveAsync(CancellationToken cancellationToken) =>
        [.. (await ListAsync(cancellationToken)).Where(model => model.CanPlay)];

    /// <summary>The models that can be drawn in a server, by tag: its moderators may have benched some of those that play.</summary>
    /// <param name="ageRestricted">Whether it is for an age-restricted channel; models that are marked so play nowhere else.</param>
    public async Task<IReadOnlyList<Model>> PlayableAsync(ServerId server, bool ageRestricted, CancellationToken cancellationToken)
    {
        var benched = await _models.BenchedInAsync(server, cancellationToken);
        return
        [
            .. (await ActiveAsync(cancellationToken))
                .Where(model => !benched.Contains(model.Tag) && (ageRestricted || !model.IsAgeRestricted)),
        ];
    }

    /// <summary>Tags of the models that a server's moderators do not let play there.</summary>
    public Task<IReadOnlySet<string>> BenchedInAsync(ServerId server, CancellationToken cancellationToken) =>
        _models.BenchedInAsync(server, cancellationToken);

    /// <summary>The model of this tag, however it is spelled (<c>name</c> is <c>name:latest</c>); null when it is not on the roster.</summary>
    public async Task<Model?> FindAsync(string tag, CancellationToken cancellationToken) =>
        Find(await ListAsync(cancellationToken), tag);

    /// <summary>Puts a model on the roster, or back on it.</summary>
    /// <param name="by">Who asked.</param>
    public async Task<AddResult> AddAsync(string tag, MemberId by, CancellationToken cancellationToken)
    {
        switch (await _fleet.FindAsync(tag, cancellationToken))
        {
            case ModelLookup.Malformed malformed:
                return new AddResult.Malformed(malformed.Why);
            case ModelLookup.Missing missing:
                return new AddResult.UnknownToNodes(tag.Trim(), missing.DidYouMean);
            case ModelLookup.Unreachable unreachable:
                Log.NotAsked(_logger, tag, unreachable.OperatorDetail);
                return new AddResult.NodesUnreachable();
            case ModelLookup.Found { Model: { CanChat: false } hosted }:
                return new AddResult.CannotChat(hosted.Tag, $"`{hosted.Tag}` can not answer prompts: {WhatItDoes(hosted)}.");
            case ModelLookup.Found found:
                var onRoster = Find(await ListAsync(cancellationToken), found.Model.Tag);
                return await PutAsync(Describe(found.Model, onRoster), by, cancellationToken);
            default:
                throw new InvalidOperationException("A lookup has no other outcome.");
        }
    }

    /// <summary>Takes a model out of play; it keeps its rating.</summary>
    public async Task<RetireResult> RetireAsync(string tag, MemberId by, CancellationToken cancellationToken)
    {
        var roster = await ListAsync(cancellationToken);
        if (Find(roster, tag) is not { } model)
            return new RetireResult.NotOnRoster(tag.Trim(), ClosestName.Find(tag, roster.Select(known => known.Tag)));

        var retired = await ChangeAsync(
            model.Tag,
            now => now.Status == ModelStatus.Retired ? null : new ModelChange(now with { Status = ModelStatus.Retired, Flag = null }, "model.retired"),
            by, cancellationToken);
        return retired is null ? new RetireResult.AlreadyRetired(model) : new RetireResult.Retired(retired);
    }

    /// <summary>
    /// Fills an empty roster; a roster that has models is left alone. Where the nodes can not be asked the models are
    /// taken as written, and described by <see cref="DescribeAsync"/> later.
    /// </summary>
    public async Task<SeedResult> SeedAsync(IReadOnlyList<ModelSeed> seeds, CancellationToken cancellationToken)
    {
        var hosted = await HostedAsync(cancellationToken);
        var refused = new Dictionary<string, string>(StringComparer.Ordinal);
        var seeded = new List<Model>();
        foreach (var seed in seeds)
        {
            var known = hosted?.FirstOrDefault(model => ModelName.Same(model.Tag, seed.Tag));
            if (!ModelName.TryParse(seed.Tag, out _, out var why))
                refused[seed.Tag] = why;
            else if (known is { CanChat: false })
                refused[seed.Tag] = $"`{known.Tag}` can not answer prompts: {WhatItDoes(known)}.";
            else
                seeded.Add(Seeded(seed, known));
        }

        var added = await _models.SeedAsync(seeded, _time.GetUtcNow(), cancellationToken);
        var roster = await ListAsync(cancellationToken);
        var missing = hosted is null
            ? []
            : roster.Where(model => model.IsActive && !hosted.Any(held => ModelName.Same(held.Tag, model.Tag))).Select(model => model.Tag).ToList();
        return new SeedResult(added, added.Count > 0 ? refused : new Dictionary<string, string>(), missing);
    }

    /// <summary>Asks the nodes about models whose size is not known yet. Does nothing while no node answers.</summary>
    public async Task DescribeAsync(CancellationToken cancellationToken)
    {
        var unknown = (await ListAsync(cancellationToken)).Where(model => model.ParametersBillions is null).ToList();
        if (unknown.Count == 0 || await HostedAsync(cancellationToken) is not { } hosted)
            return;

        var described = unknown
            .Select(model => (model, held: hosted.FirstOrDefault(held => ModelName.Same(held.Tag, model.Tag))))
            .Where(pair => pair.held?.ParametersBillions is not null)
            .Select(pair => Describe(pair.held!, pair.model))
            .ToList();
        if (described.Count == 0)
            return;
        foreach (var model in described)
        {
            await _models.ChangeAsync(
                model.Tag, now => new ModelChange(model with { Status = now.Status, RemovedAt = now.RemovedAt }), null, _time.GetUtcNow(), cancellationToken);
        }

        await ListAsync(cancellationToken);
    }

    private async Task<Model?> ChangeAsync(string tag, Func<Model, ModelChange?> change, MemberId? by, CancellationToken cancellationToken)
    {
        var changed = await _models.ChangeAsync(tag, change, by, _time.GetUtcNow(), cancellationToken);
        await ListAsync(cancellationToken);
        return changed;
    }

    private async Task<AddResult> PutAsync(Model model, MemberId by, CancellationToken cancellationToken)
    {
        var result = await _models.PutAsync(model, by, _time.GetUtcNow(), cancellationToken);
        await ListAsync(cancellationToken);
        return result;
    }

    private async Task<IReadOnlyList<HostedModel>?> HostedAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _fleet.ModelsAsync(cancellationToken);
        }
        catch (ModelHostException problem)
        {
            Log.NotAsked(_logger, "the roster", problem.Message);
            return null;
        }
    }

    /// <summary>The model of this tag among some, however it is spelled.</summary>
    internal static Model? Find(IReadOnlyList<Model> roster, string tag) =>
        roster.FirstOrDefault(model => string.Equals(model.Tag, tag, StringComparison.Ordinal))
        ?? roster.FirstOrDefault(model => ModelName.Same(model.Tag, tag));

    private static Model Seeded(ModelSeed seed, HostedModel? hosted) => new(
        hosted?.Tag ?? ModelName.Normalize(seed.Tag), seed.DisplayName ?? seed.Tag, hosted?.Family, hosted?.ParametersBillions,
        hosted?.Quantization, seed.Kind ?? ModelKinds.Guess(seed.Tag), hosted?.Capabilities ?? [], ModelStatus.Active);

    private static Model Describe(HostedModel hosted, Model? onRoster) => new(
        onRoster?.Tag ?? hosted.Tag, onRoster?.DisplayName ?? hosted.Tag, hosted.Family, hosted.ParametersBillions, hosted.Quantization,
        onRoster?.Kind ?? ModelKinds.Guess(hosted.Tag), hosted.Capabilities, ModelStatus.Active);

    private static string WhatItDoes(HostedModel hosted) =>
        hosted.Capabilities.Contains("embedding") ? "it makes embeddings" : $"it offers {string.Join(", ", hosted.Capabilities)}";

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Warning, "No node could be asked about {What}. {Detail}")]
        public static partial void NotAsked(ILogger logger, string what, string detail);
    }
}
