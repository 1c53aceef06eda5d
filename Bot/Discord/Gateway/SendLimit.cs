namespace Bot.Discord.Gateway;

/// <summary>
/// 120 payloads in 60 seconds on one connection, beyond which Discord closes it (4008). Some are kept for heartbeats, which must not wait.
/// </summary>
internal sealed class SendLimit(Watch watch)
{
    public const int Most = 120;
    public const int KeptForHeartbeats = 10;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly Queue<TimeSpan> _sent = new();

    public async Task EnterAsync(bool isHeartbeat, CancellationToken cancellationToken)
    {
        while (!TryEnter(isHeartbeat, out var wait))
            await watch.DelayAsync(wait, cancellationToken);
    }

    private bool TryEnter(bool isHeartbeat, out TimeSpan wait)
    {
        lock (_lock)
        {
            var now = watch.Now;
            while (_sent.TryPeek(out var oldest) && now - oldest >= Window)
                _sent.Dequeue();
            wait = default;
            if (_sent.Count >= (isHeartbeat ? Most : Most - KeptForHeartbeats))
            {
                wait = _sent.Peek() + Window - now;
                return false;
            }

            _sent.Enqueue(now);
            return true;
        }
    }
}
