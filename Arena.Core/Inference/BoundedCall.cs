namespace Arena.Core.Inference;

/// <summary>One call to a host with its bounds: cancelled by the caller, by the bound on the whole, or by the bound on the present wait, and
/// able to tell which it was.</summary>
internal sealed class BoundedCall : IDisposable
{
    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly CancellationToken caller;
    private readonly CancellationTokenSource source;
    private readonly Bound? whole;
    private Bound? step;
    private bool disposed;

    public BoundedCall(TimeProvider time, CancellationToken caller, TimeSpan? total = null)
    {
        this.time = time;
        this.caller = caller;
        source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        whole = total is { } bound ? new Bound(this, bound, ModelHostFailure.TookTooLong) : null;
    }

    public CancellationToken Token => source.Token;

    /// <summary>The bound that was exceeded first, or null.</summary>
    public (ModelHostFailure Failure, TimeSpan Bound)? Exceeded { get; private set; }

    /// <summary>From now on waiting longer than this is that failure. Replaces the wait before.</summary>
    public void Await(TimeSpan bound, ModelHostFailure failure)
    {
        Rest();
        step = new Bound(this, bound, failure);
    }

    /// <summary>Nothing is being waited for; the consumer may take its time.</summary>
    public void Rest()
    {
        step?.Dispose();
        step = null;
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
        }

        Rest();
        whole?.Dispose();
        source.Dispose();
    }

    public bool IsCallersCancellation => caller.IsCancellationRequested;

    public void ThrowIfCallerCancelled() => caller.ThrowIfCancellationRequested();

    private void Exceed(Bound bound)
    {
        lock (gate)
        {
            if (disposed || bound.IsOver || Exceeded is not null)
            {
                return;
            }

            Exceeded = (bound.Failure, bound.Length);
        }

        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The call ended between the lock and here; there is nothing left to cancel.
        }
    }

    private sealed class Bound : IDisposable
    {
        private readonly ITimer timer;

        public Bound(BoundedCall call, TimeSpan length, ModelHostFailure failure)
        {
            (Length, Failure) = (length, failure);
            timer = call.time.CreateTimer(_ => call.Exceed(this), null, length, Timeout.InfiniteTimeSpan);
        }

        public TimeSpan Length { get; }

        public ModelHostFailure Failure { get; }

        public bool IsOver { get; private set; }

        public void Dispose()
        {
            IsOver = true;
            timer.Dispose();
        }
    }
}
