namespace Arena.Core.Battles.Generating;

/// <summary>Judges how long a battle will wait by how long the last ones took.</summary>
internal sealed class WaitEstimate(TimeProvider time)
{
    public const int Remembered = 20;

    private readonly Lock _lock = new();
    private readonly Queue<TimeSpan> _durations = new();
    private DateTimeOffset? _begun;

    /// <summary>A battle began to be answered.</summary>
    public void Begin()
    {
        lock (_lock)
            _begun = time.GetUtcNow();
    }

    /// <summary>It ended, one way or the other.</summary>
    /// <param name="took">How long a whole battle took; null when it was not one.</param>
    public void End(TimeSpan? took)
    {
        lock (_lock)
        {
            _begun = null;
            if (took is not { } duration)
                return;
            _durations.Enqueue(duration);
            if (_durations.Count > Remembered)
                _durations.Dequeue();
        }
    }

    /// <summary>The wait of a place in the queue (1 is next); null while nothing is known.</summary>
    public TimeSpan? Of(int place)
    {
        lock (_lock)
        {
            if (_durations.Count == 0)
                return null;
            var usual = TimeSpan.FromTicks((long)_durations.Average(duration => duration.Ticks));
            var rest = _begun is { } begun ? usual - (time.GetUtcNow() - begun) : TimeSpan.Zero;
            return usual * (place - 1) + (rest > TimeSpan.Zero ? rest : TimeSpan.Zero);
        }
    }
}
