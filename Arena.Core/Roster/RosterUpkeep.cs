using Arena.Core.Inference;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Roster;

/// <summary>Keeps what is known of the models true to what the nodes hold, and deletes from their disks what moderators gave up.</summary>
public sealed partial class RosterUpkeep
{
    private readonly RosterService _roster;
    private readonly IModelStore _models;
    private readonly Fleet _fleet;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly HashSet<string> _askedForLicense = new(StringComparer.Ordinal);

    internal RosterUpkeep(RosterService roster, IModelStore models, Fleet fleet, TimeProvider time, ILogger<RosterUpkeep> logger) =>
        (_roster, _models, _fleet, _time, _logger) = (roster, models, fleet, time, logger);

    /// <summary>One round. What no node answers, or can not be stored, is left to the next.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var hosted = await _fleet.ModelsAsync(cancellationToken);
            foreach (var model in await _roster.ListAsync(cancellationToken))
            {
                if (hosted.FirstOrDefault(held => ModelName.Same(held.Tag, model.Tag)) is { } held)
                    await DescribeAsync(model, held, cancellationToken);
            }

            await MeasureAsync(cancellationToken);
            await DeleteAsync(cancellationToken);
            await _roster.ListAsync(cancellationToken);
        }
        catch (ModelHostException problem)
        {
            Log.NotAsked(_logger, problem.Message);
        }
        catch (DatabaseException e)
        {
            Log.NotStored(_logger, e);                          // a disk has room again some day
        }
    }

    private async Task DescribeAsync(Model model, HostedModel held, CancellationToken cancellationToken)
    {
        var license = model.License is null && _askedForLicense.Add(model.Tag)
            ? RosterService.LicenseOf(await _fleet.CardAsync(model.Tag, cancellationToken))
            : model.License;
        var at = _time.GetUtcNow();
        await _models.ChangeAsync(model.Tag, now => Describe(now, held, license, at), null, at, cancellationToken);
    }

    private static ModelChange? Describe(Model now, HostedModel held, string? license, DateTimeOffset at)
    {
        var after = RosterService.Described(now, held) with { License = now.License ?? license };
        if (now.Digest is null || after.Digest is null || now.Digest == after.Digest)
            return after == now ? null : new ModelChange(after);
        return new ModelChange(after with { WeightsChangedAt = at }, "model.weights", $"{Short(now.Digest)} → {Short(after.Digest)}");
    }

    // What is loaded tells what is being answered. So it is looked at only while no battle is going on that it could tell anything about.
    private async Task MeasureAsync(CancellationToken cancellationToken)
    {
        if (await _models.IsNeededAsync(null, cancellationToken))
            return;
        var status = await _fleet.StatusAsync(cancellationToken);
        foreach (var loaded in status.Nodes.SelectMany(node => node.Loaded))
        {
            if (_roster.Current.FirstOrDefault(model => ModelName.Same(model.Tag, loaded.Tag)) is { } model && model.GpuBytes != loaded.GpuBytes)
            {
                await _models.ChangeAsync(
                    model.Tag, now => new ModelChange(now with { GpuBytes = loaded.GpuBytes }), null, _time.GetUtcNow(), cancellationToken);
            }
        }
    }

    private async Task DeleteAsync(CancellationToken cancellationToken)
    {
        foreach (var model in (await _roster.AllAsync(cancellationToken)).Where(model => model.IsToBeDeleted))
        {
            if (await _models.IsNeededAsync(model.Tag, cancellationToken))
                continue;
            await _fleet.DeleteAsync(model.Tag, cancellationToken);
            await _models.ChangeAsync(
                model.Tag, now => new ModelChange(now with { IsToBeDeleted = false }, "model.deleted", "from the nodes' disks"), null,
                _time.GetUtcNow(), cancellationToken);
            Log.Deleted(_logger, model.Tag);
        }
    }

    private static string Short(string digest) => digest.Length <= 12 ? digest : digest[..12];

    private static partial class Log
    {
        [LoggerMessage(4121, LogLevel.Debug, "The models could not be compared with what the nodes hold. {Detail}")]
        public static partial void NotAsked(ILogger logger, string detail);

        [LoggerMessage(4122, LogLevel.Information, "{Tag} was deleted from the nodes' disks.")]
        public static partial void Deleted(ILogger logger, string tag);

        [LoggerMessage(4123, LogLevel.Error, "What the nodes hold could not be stored; it is tried again soon.")]
        public static partial void NotStored(ILogger logger, Exception exception);
    }
}
