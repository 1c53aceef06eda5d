using Arena.Core.Inference;

namespace Arena.Core.Roster;

/// <summary>
/// What moderators do with models of the roster. Battles that are drawn already are played whatever happens to their models: every drawn pair is
/// served, and that a battle ended would tell who was in it.
/// </summary>
public sealed class RosterKeeping
{
    private readonly RosterService _roster;
    private readonly IModelStore _models;
    private readonly TimeProvider _time;

    internal RosterKeeping(RosterService roster, IModelStore models, TimeProvider time) => (_roster, _models, _time) = (roster, models, time);

    /// <summary>Takes a model out of play; it keeps its rating.</summary>
    public Task<RosterResult> RetireAsync(string tag, MemberId by, CancellationToken cancellationToken) => ChangeAsync(
        tag,
        model => model.Status == ModelStatus.Retired ? null : new ModelChange(InPlay(model) with { Status = ModelStatus.Retired }, "model.retired", Was(model)),
        by, cancellationToken);

    /// <summary>Lets a model play again that was retired, flagged or benched by itself.</summary>
    public Task<RosterResult> RestoreAsync(string tag, MemberId by, CancellationToken cancellationToken) => ChangeAsync(
        tag, model => model.CanPlay ? null : new ModelChange(InPlay(model), "model.restored", Was(model)), by, cancellationToken);

    /// <summary>Marks a model that is contaminated or broken. It is shown with the mark and never drawn.</summary>
    public async Task<RosterResult> FlagAsync(string tag, string? reason, string? link, MemberId by, CancellationToken cancellationToken) =>
        !ModelFlag.TryParse(reason, link, out var flag, out var why)
            ? new RosterResult.Malformed(why)
            : await ChangeAsync(
                tag,
                model => model.Flag == flag ? null : new ModelChange(
                    InPlay(model) with { Status = ModelStatus.Flagged, Flag = flag }, "model.flagged", flag.Link is null ? flag.Reason : $"{flag.Reason} {flag.Link}"),
                by, cancellationToken);

    /// <summary>Changes what is said of a model.</summary>
    public async Task<RosterResult> EditAsync(string tag, ModelEdit edit, MemberId by, CancellationToken cancellationToken)
    {
        if (edit.IsEmpty)
            return new RosterResult.Malformed("Say what to change: kind, name or age_restricted.");
        if (edit.Name?.Trim().Length > ModelEdit.LongestName)
            return new RosterResult.Malformed($"The name has {edit.Name.Trim().Length} characters; at most {ModelEdit.LongestName} are possible.");
        return await ChangeAsync(
            tag,
            model => edit.Apply(model) is var after && after == model ? null : new ModelChange(
                after, "model.edited", $"kind {after.Kind}, name {after.DisplayName}, age-restricted {(after.IsAgeRestricted ? "yes" : "no")}"),
            by, cancellationToken);
    }

    /// <summary>Takes a model off the roster, the boards and all lists. Its battles, ballots and ratings stay, and come back with it.</summary>
    /// <param name="fromDisks">Also from the nodes' disks, once no battle needs it any more.</param>
    public Task<RosterResult> RemoveAsync(string tag, bool fromDisks, MemberId by, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        return ChangeAsync(
            tag,
            model => new ModelChange(
                InPlay(model) with { Status = ModelStatus.Retired, RemovedAt = now, IsToBeDeleted = fromDisks },
                "model.removed", fromDisks ? "and from the nodes' disks" : null),
            by, cancellationToken);
    }

    /// <summary>Takes a model of the roster out of play in one server.</summary>
    public Task<RosterResult> BenchAsync(ServerId server, string tag, MemberId by, CancellationToken cancellationToken) =>
        InServerAsync(tag, model => _models.TryBenchAsync(server, model.Tag, by, _time.GetUtcNow(), cancellationToken), cancellationToken);

    /// <summary>Lets a model that a server benched play there again.</summary>
    public Task<RosterResult> PlayAsync(ServerId server, string tag, MemberId by, CancellationToken cancellationToken) =>
        InServerAsync(tag, model => _models.TryPlayAsync(server, model.Tag, by, _time.GetUtcNow(), cancellationToken), cancellationToken);

    private async Task<RosterResult> ChangeAsync(string tag, Func<Model, ModelChange?> change, MemberId by, CancellationToken cancellationToken)
    {
        if (await _roster.FindAsync(tag, cancellationToken) is not { } model)
            return NotOnRoster(tag);
        // It may have been removed since.
        var changed = await _models.ChangeAsync(
            model.Tag, now => now.RemovedAt is null ? change(now) : null, by, _time.GetUtcNow(), cancellationToken);
        await _roster.ListAsync(cancellationToken);
        return changed is null ? new RosterResult.Unchanged(model) : new RosterResult.Done(changed);
    }

    private async Task<RosterResult> InServerAsync(string tag, Func<Model, Task<bool>> change, CancellationToken cancellationToken)
    {
        if (await _roster.FindAsync(tag, cancellationToken) is not { } model)
            return NotOnRoster(tag);
        return await change(model) ? new RosterResult.Done(model) : new RosterResult.Unchanged(model);
    }

    private RosterResult.NotOnRoster NotOnRoster(string tag) =>
        new(tag.Trim(), ClosestName.Find(tag, _roster.Current.Select(known => known.Tag)));

    private static Model InPlay(Model model) =>
        model with { Status = ModelStatus.Active, Flag = null, BenchedAt = null, BenchDetail = null, IsBenchTold = false, Failures = 0 };

    private static string? Was(Model model) => model.Flag is { } flag ? $"was Flagged: {flag.Reason}" : model.CanPlay ? null : $"was {model.Condition}";
}
