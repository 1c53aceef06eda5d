namespace Bot.Discord.Rest;

/// <summary>
/// All limits: which bucket a route belongs to, which Discord tells with the first answer, and the global one. Buckets are counted by
/// top-level resource, so the same route in two channels has two.
/// </summary>
internal sealed class RateLimits(int globalPerSecond, Watch watch)
{
    // Interactions bring a bucket each; this many are kept before those that are idle go.
    private const int PruneAt = 2_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Key, string Major), Bucket> _buckets = [];
    private readonly GlobalLimit _global = new(globalPerSecond, watch);
    private int _pruneAt = PruneAt;

    /// <summary>Waits until the request may be sent. The bucket must be left with the answer's headers.</summary>
    public async Task<Bucket> EnterAsync(Route route, Deadline deadline, CancellationToken cancellationToken)
    {
        var bucket = Find(route);
        await bucket.EnterAsync(deadline, cancellationToken);
        if (!route.CountsGlobally)
            return bucket;

        try
        {
            await _global.EnterAsync(deadline, cancellationToken);
            return bucket;
        }
        catch
        {
            bucket.Leave(null);
            throw;
        }
    }

    /// <summary>Takes note of what the answer said about the limits.</summary>
    public void Leave(Route route, Bucket bucket, LimitHeaders headers)
    {
        if (headers.Bucket is { } hash)
        {
            lock (_lock)
            {
                _hashes[route.Name] = hash;
                _buckets.TryAdd((hash, route.Major), bucket);
            }
        }

        bucket.Leave(headers);
    }

    public void BlockGlobally(TimeSpan wait) => _global.Block(wait);

    private Bucket Find(Route route)
    {
        lock (_lock)
        {
            var key = (_hashes.GetValueOrDefault(route.Name) ?? route.Name, route.Major);
            if (_buckets.TryGetValue(key, out var bucket))
                return bucket;

            Prune_NeedsLock();
            return _buckets[key] = new Bucket(watch);
        }
    }

    private void Prune_NeedsLock()
    {
        if (_buckets.Count < _pruneAt)
            return;
        foreach (var (key, bucket) in _buckets)
        {
            if (bucket.IsIdle)
                _buckets.Remove(key);
        }

        _pruneAt = Math.Max(PruneAt, _buckets.Count * 2);
    }
}
