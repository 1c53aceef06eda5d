using System.Threading.Channels;

namespace Arena.Core.Privacy;

/// <summary>
/// Sees to it that what was forgotten does not stay in the database's log. Whoever reads is in the way of emptying it, so it is tried until it
/// is done; once at the start, too, since the process may have ended before it was.
/// </summary>
public sealed class LogFolding
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _due = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly IPrivacyStore _store;
    private readonly TimeProvider _time;

    internal LogFolding(IPrivacyStore store, TimeProvider time)
    {
        (_store, _time) = (store, time);
        Request();
    }

    /// <summary>Something was overwritten. Returns at once.</summary>
    internal void Request() => _due.Writer.TryWrite(true);

    /// <summary>Empties the log when it is due, until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in _due.Reader.ReadAllAsync(cancellationToken))
        {
            while (!await _store.TryFoldLogAsync(cancellationToken))
                await Task.Delay(Pause, _time, cancellationToken);
        }
    }
}
