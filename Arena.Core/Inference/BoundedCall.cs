namespace Arena.Core.Inference;

/// <summary>One call to a host with its bounds: cancelled by the caller, by the bound on the whole, or by the bound on the present wait, and
/// able to tell which it was.</summary>
internal sealed class BoundedCall : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _source;
    private readonly Bound? _whole;
    private Bound? _step;
    private bool _disposed;

    public BoundedCall(TimeProvider time, CancellationToken caller, TimeSpan? total = null)
    {
        _time = time;
        _caller = caller;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _whole = total is { } bound ? new Bound(this, bound, ModelHostFailure.TookTooLong) : null;
    }

    public CancellationToken Token => _source.Token;

    /// <summary>The bound that was exceeded first, or null.</summary>
    public (ModelHostFailure Failure, TimeSpan Bound)? Exceeded { get; private set; }

    /// <summary>From now on waiting longer than this is that failure. Replaces the wait before.</summary>
    public void Await(TimeSpan bound, ModelHostFailure failure)
    {
        Rest();
        _step = new Bound(this, bound, failure);
    }

    /// <summary>Nothing is being waited for; the consumer may take its time.</summary>
    public void Rest()
    {
        _step?.Dispose();
        _step = null;
    }

    public void Dispose()
    {
        lock (_gate)
            _disposed = true;

        Rest();
        _whole?.Dispose();
        _source.Dispose();
    }

    public bool IsCallersCancellation => _caller.IsCancellationRequested;

    public void ThrowIfCallerCancelled() => _caller.ThrowIfCancellationRequested();

    private void Exceed(Bound bound)
    {
        lock (_gate)
        {
            if (_disposed || bound.IsOver || Exceeded is not null)
                return;

            Exceeded = (bound.Failure, bound.Length);
        }

        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The call ended between the lock and here; there is nothing left to cancel.
        }
    }

    private sealed class Bound : IDisposable
    {
        private readonly ITimer _timer;

        public Bound(BoundedCall call, TimeSpan length, ModelHostFailure failure)
        {
            (Length, Failure) = (length, failure);
            _timer = call._time.CreateTimer(_ => call.Exceed(this), null, length, Timeout.InfiniteTimeSpan);
        }

        public TimeSpan Length { get; }

        public ModelHostFailure Failure { get; }

        public bool IsOver { get; private set; }

        public void Dispose()
        {
            IsOver = true;
            _timer.Dispose();
        }
    }
}
