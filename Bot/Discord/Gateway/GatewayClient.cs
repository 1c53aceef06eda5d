using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>All shards that this process holds.</summary>
internal sealed class GatewayClient(
    DiscordOptions options, Endpoints endpoints, SessionStarts starts, EventSink sink, TimeProvider time, Chance chance, ILogger logger)
{
    private volatile IReadOnlyList<GatewayShard> _shards = [];

    public GatewayHealth Health
    {
        get
        {
            var each = _shards.Select(shard => shard.Health).ToList();
            return new GatewayHealth(
                each.Count > 0 && each.All(health => health.IsConnected),
                each.Count > 0 && each.All(health => health.LastHeartbeatAck is not null) ? each.Min(health => health.LastHeartbeatAck) : null,
                each.Max(health => health.Latency));
        }
    }

    /// <summary>Until cancelled, or until one shard can not go on, which ends the others.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var count = options.ShardCount ?? await starts.RecommendedShardsAsync(cancellationToken);
            var numbers = options.Shards ?? [.. Enumerable.Range(0, count)];
            if (numbers.Count == 0 || numbers.Any(number => number < 0 || number >= count))
                throw new DiscordConfigurationException(
                    $"The shards {string.Join(", ", numbers)} are not all from 0 to {count - 1}, which is what {count} shards need.");

            _shards = [.. numbers.Select(number => new GatewayShard(number, count, options, endpoints, starts, sink, time, chance, logger))];
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var running = _shards.Select(shard => shard.RunAsync(stop.Token)).ToList();
            var first = await Task.WhenAny(running);
            await stop.CancelAsync();
            foreach (var other in running.Where(task => task != first))
                await other.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await first;
        }
        finally
        {
            sink.Complete();
        }
    }
}
