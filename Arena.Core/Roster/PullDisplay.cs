using Microsoft.Extensions.Logging;

namespace Arena.Core.Roster;

/// <summary>
/// Keeps the message of one pull up to date: one edit in flight, the newest state wins, never more often than the pace; the end is shown
/// without waiting. Where the message went, the pull goes on in a new one.
/// </summary>
internal sealed partial class PullDisplay(
    IPullScreen screen, IPullStore store, PullOptions options, TimeProvider time, ILogger logger)
{
    private readonly SemaphoreSlim _inFlight = new(1, 1);
    private MessageId? _message;
    private PullView? _newest;
    private PullView? _shown;
    private bool _isGone;

    /// <summary>A newer state; shown when its time has come.</summary>
    public void Offer(PullView view) => Volatile.Write(ref _newest, view);

    /// <summary>Shows what is offered, until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var pace = new PeriodicTimer(options.Pace, time);
        do
        {
            if (Volatile.Read(ref _newest) is { } view && view != _shown)
                await TryShowAsync(view, cancellationToken);
        }
        while (await pace.WaitForNextTickAsync(cancellationToken));
    }

    /// <summary>Shows a state now. False where Discord does not take it at the moment; true, too, where there is nothing left to show it in.</summary>
    public async Task<bool> TryShowAsync(PullView view, CancellationToken cancellationToken)
    {
        await _inFlight.WaitAsync(cancellationToken);
        try
        {
            if (_isGone)
                return true;
            var before = _message ?? view.Pull.Message;
            var message = await screen.ShowAsync(view with { Pull = view.Pull with { Message = before } }, cancellationToken);
            if (message != before)
                await store.SetMessageAsync(view.Pull.Id, message, cancellationToken);
            (_message, _shown) = (message, view);
            return true;
        }
        catch (PullChannelGoneException e)
        {
            _isGone = true;
            Log.ChannelGone(logger, view.Pull.Id, view.Pull.Tag, e.Message);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.NotShown(logger, view.Pull.Id, e.Message);
            return false;
        }
        finally
        {
            _inFlight.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(4100, LogLevel.Warning, "Pull {Pull} of {Tag} can not be shown any more and goes on unseen: {Problem}")]
        public static partial void ChannelGone(ILogger logger, PullId pull, string tag, string problem);

        [LoggerMessage(4101, LogLevel.Warning, "Pull {Pull} could not be shown, the next edit brings it: {Problem}")]
        public static partial void NotShown(ILogger logger, PullId pull, string problem);
    }
}
