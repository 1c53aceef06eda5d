using Arena.Core.Inference;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Roster;

/// <summary>The models of the arena. The database rules; the nodes are asked what a new one is.</summary>
public sealed partial class RosterService
{
    private const int LongestLicense = 100;

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

    /// <summary>Models of the roster on the same weights as this one, by tag: the ratings of all of them are of one model.</summary>
    public async Task<IReadOnlyList<Model>> TwinsAsync(Model model, CancellationToken cancellationToken) => model.Digest is { Length: > 0 } digest
        ? [.. (await ListAsync(cancellationToken)).Where(other => other.Digest == digest && other.Tag != model.Tag)]
        : [];

    /// <summary>How fast a model answered lately; null when no settled battle tells.</summary>
    public Task<ModelSpeed?> SpeedAsync(string tag, CancellationToken cancellationToken) => _models.SpeedAsync(tag, cancellationToken);

    /// <summary>The models that are benched by themselves and that the moderators were not told of yet, by tag.</summary>
    public async Task<IReadOnlyList<ModelBenched>> UntoldAsync(CancellationToken cancellationToken)
    {
        var roster = await ListAsync(cancellationToken);
        var playing = roster.Count(model => model.CanPlay);
        return
        [
            .. roster.Where(model => model is { Condition: ModelCondition.Benched, IsBenchTold: false })
                .Select(model => new ModelBenched(model, BenchRule.Limit, playing)),
        ];
    }

    /// <summary>The moderators were told of a benching. Of one that came after it they were not.</summary>
    public Task ToldAsync(ModelBenched benched, CancellationToken cancellationToken) => _models.ChangeAsync(
        benched.Model.Tag,
        now => now.BenchedAt == benched.Model.BenchedAt ? new ModelChange(now with { IsBenchTold = true }) : null,
        null, _time.GetUtcNow(), cancellationToken);

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
                var known = Find(await AllAsync(cancellationToken), found.Model.Tag);
                var license = LicenseOf(await _fleet.CardAsync(found.Model.Tag, cancellationToken));
                return await PutAsync(
                    Described(Returning(known, found.Model), found.Model) with { License = license ?? known?.License }, by, cancellationToken);
            default:
                throw new InvalidOperationException("A lookup has no other outcome.");
        }
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
            : roster.Where(model => model.CanPlay && !hosted.Any(held => ModelName.Same(held.Tag, model.Tag))).Select(model => model.Tag).ToList();
        return new SeedResult(added, added.Count > 0 ? refused : new Dictionary<string, string>(), missing);
    }

    /// <summary>Asks the nodes about models whose size is not known yet. Does nothing while no node answers.</summary>
    public async Task DescribeAsync(CancellationToken cancellationToken)
    {
        var unknown = (await ListAsync(cancellationToken)).Where(model => model.ParametersBillions is null).ToList();
        if (unknown.Count == 0 || await HostedAsync(cancellationToken) is not { } hosted)
            return;

        foreach (var model in unknown)
        {
            if (hosted.FirstOrDefault(held => ModelName.Same(held.Tag, model.Tag)) is { ParametersBillions: not null } held)
                await _models.ChangeAsync(model.Tag, now => new ModelChange(Described(now, held)), null, _time.GetUtcNow(), cancellationToken);
        }

        await ListAsync(cancellationToken);
    }

    private async Task<AddResult> PutAsync(Model model, MemberId by, CancellationToken cancellationToken)
    {
        var result = await _models.PutAsync(model, by, _time.GetUtcNow(), cancellationToken);
        await ListAsync(cancellationToken);
        return result with { Twins = await TwinsAsync(model, cancellationToken) };
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

    private static Model Seeded(ModelSeed seed, HostedModel? hosted)
    {
        var model = new Model(
            hosted?.Tag ?? ModelName.Normalize(seed.Tag), seed.DisplayName ?? seed.Tag, null, null, null, seed.Kind ?? ModelKinds.Guess(seed.Tag), [],
            ModelStatus.Active);
        return hosted is null ? model : Described(model, hosted);
    }

    /// <summary>A model with what a node tells of it; what moderators said of it stays.</summary>
    internal static Model Described(Model model, HostedModel hosted) => model with
    {
        Family = hosted.Family,
        ParametersBillions = hosted.ParametersBillions,
        Quantization = hosted.Quantization,
        Capabilities = hosted.Capabilities,
        Digest = hosted.Digest.Length == 0 ? model.Digest : hosted.Digest,
        SizeBytes = hosted.SizeBytes > 0 ? hosted.SizeBytes : model.SizeBytes,
        ContextTokens = hosted.ContextTokens ?? model.ContextTokens,
    };

    /// <summary>The name of a licence: the first line of its text that says something, in a reasonable length.</summary>
    internal static string? LicenseOf(ModelCard? card)
    {
        var line = card?.License?.Split('\n').Select(text => text.Trim()).FirstOrDefault(text => text.Any(char.IsLetterOrDigit));
        return line is { Length: > LongestLicense } ? line[..LongestLicense].TrimEnd() + "…" : line;
    }

    // One that comes back is as it was, but for what took it out of play.
    private Model Returning(Model? known, HostedModel hosted) => known is null
        ? new Model(hosted.Tag, hosted.Tag, null, null, null, ModelKinds.Guess(hosted.Tag), [], ModelStatus.Active)
        : new Model(known.Tag, known.DisplayName, null, null, null, known.Kind, [], ModelStatus.Active)
        {
            IsAgeRestricted = known.IsAgeRestricted,
            GpuBytes = known.GpuBytes,
            WeightsChangedAt = known.Digest is { } old && hosted.Digest.Length > 0 && old != hosted.Digest ? _time.GetUtcNow() : known.WeightsChangedAt,
        };

    private static string WhatItDoes(HostedModel hosted) =>
        hosted.Capabilities.Contains("embedding") ? "it makes embeddings" : $"it offers {string.Join(", ", hosted.Capabilities)}";

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Warning, "No node could be asked about {What}. {Detail}")]
        public static partial void NotAsked(ILogger logger, string what, string detail);
    }
}
