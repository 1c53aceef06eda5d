using Arena.Core.Inference;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Roster;

/// <summary>Brings one pull to its end: downloads, takes it up again when the node is lost, and stores how it ended.</summary>
internal sealed partial class PullRunner(
    IPullStore store, Fleet fleet, InferenceOptions bounds, PullOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>Between two times that progress is stored: what a restart begins to show with.</summary>
    private static readonly TimeSpan StoreEvery = TimeSpan.FromSeconds(2);

    /// <summary>Downloads until the pull is done or has failed, and stores which. Returns early where somebody else ended it.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the node has been told by closing the connection.</exception>
    public async Task RunAsync(Pull pull, Action<PullView> show, CancellationToken cancellationToken)
    {
        var meter = new PullMeter(pull.ShareStored, pull.CompletedBytes, pull.TotalBytes);
        for (var attempt = 0; ; attempt++)
        {
            var before = meter.CompletedBytes ?? 0;
            try
            {
                show(View(pull, PullStage.Asking, meter));
                pull = await DownloadAsync(pull, meter, show, cancellationToken);
                await store.TryEndAsync(pull.Id, PullState.Done, null, null, null, time.GetUtcNow(), cancellationToken);
                return;
            }
            catch (ModelHostException problem)
            {
                var failure = PullFailures.Of(problem);
                pull = await store.FindAsync(pull.Id, cancellationToken) ?? pull;
                await store.SetProgressAsync(pull.Id, pull.Node, meter.CompletedBytes, meter.TotalBytes, cancellationToken);
                if (meter.CompletedBytes > before)
                    attempt = 0;
                if (failure != PullFailure.NodeLost || attempt >= options.Pauses.Count)
                {
                    Log.Failed(logger, pull.Id, pull.Tag, failure, problem.Message);
                    await store.TryEndAsync(pull.Id, PullState.Failed, failure, problem.Message, null, time.GetUtcNow(), cancellationToken);
                    return;
                }

                Log.Lost(logger, pull.Id, pull.Tag, options.Pauses[attempt].TotalSeconds, problem.Message);
                show(View(pull, PullStage.Reconnecting, meter));
                await Task.Delay(options.Pauses[attempt], time, cancellationToken);
            }
        }
    }

    private async Task<Pull> DownloadAsync(Pull pull, PullMeter meter, Action<PullView> show, CancellationToken cancellationToken)
    {
        Uri? node = null;
        var began = time.GetTimestamp();
        var (moved, stored) = (TimeSpan.Zero, TimeSpan.Zero);
        await foreach (var line in fleet.PullAsync(pull.Tag, pull.Node, chosen => node = chosen, cancellationToken))
        {
            var now = time.GetElapsedTime(began);
            if (meter.Take(line, now))
                moved = now;
            else if (now - moved > bounds.PullSilence)
                throw new ModelHostException(ModelHostFailure.Stalled, $"{node}: pull of {pull.Tag}: lines came, but no byte more for {bounds.PullSilence}");

            if (stored == TimeSpan.Zero || now - stored >= StoreEvery || line.IsSuccess)
            {
                await store.SetProgressAsync(pull.Id, node, meter.CompletedBytes, meter.TotalBytes, cancellationToken);
                stored = now + TimeSpan.FromTicks(1);
            }

            pull = pull with { Node = node };
            show(View(pull, Stage(meter), meter));
        }

        return pull;
    }

    private static PullStage Stage(PullMeter meter) =>
        meter.IsChecking ? PullStage.Checking : meter.IsDownloading ? PullStage.Downloading : PullStage.Asking;

    private static PullView View(Pull pull, PullStage stage, PullMeter meter) =>
        new(pull with { CompletedBytes = meter.CompletedBytes, TotalBytes = meter.TotalBytes }, stage, meter.Share, stage == PullStage.Downloading ? meter.BytesPerSecond : null, stage == PullStage.Downloading ? meter.TimeLeft : null);

    private static partial class Log
    {
        [LoggerMessage(4102, LogLevel.Error, "Pull {Pull} of {Tag} failed: {Failure}. {Detail}")]
        public static partial void Failed(ILogger logger, PullId pull, string tag, PullFailure failure, string detail);

        [LoggerMessage(4103, LogLevel.Warning, "Pull {Pull} of {Tag} lost its node and goes on in {Pause} s. {Detail}")]
        public static partial void Lost(ILogger logger, PullId pull, string tag, double pause, string detail);
    }
}
