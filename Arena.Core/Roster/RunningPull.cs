namespace Arena.Core.Roster;

/// <summary>A pull while this process runs it.</summary>
internal sealed class RunningPull(Pull pull, PullDisplay display, CancellationToken stopping) : IDisposable
{
    private readonly CancellationTokenSource _cancelled = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    private readonly Lock _lock = new();
    private PullView _latest = PullView.Of(pull, PullStage.Starting);
    private bool _isOver;

    public PullDisplay Display => display;

    public PullView Latest => Volatile.Read(ref _latest);

    /// <summary>Somebody cancelled it, or the process stops.</summary>
    public CancellationToken Cancelled => _cancelled.Token;

    public void Show(PullView view)
    {
        Volatile.Write(ref _latest, view);
        display.Offer(view);
    }

    /// <summary>Ends the work on it. Does nothing once that is over.</summary>
    public void Cancel()
    {
        lock (_lock)
        {
            if (!_isOver)
                _cancelled.Cancel();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isOver = true;
            _cancelled.Dispose();
        }
    }
}
