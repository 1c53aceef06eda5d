namespace Bot.Discord;

/// <summary>How the gateway is, over all shards: the worst of them.</summary>
/// <param name="IsConnected">Every shard has a session that is ready or resumed.</param>
/// <param name="LastHeartbeatAck">When Discord last acknowledged a heartbeat, on the shard where that is longest ago; null before the first.</param>
/// <param name="Latency">Longest time between a heartbeat and its acknowledgement, of the latest of each shard.</param>
public sealed record GatewayHealth(bool IsConnected, DateTimeOffset? LastHeartbeatAck, TimeSpan? Latency);
