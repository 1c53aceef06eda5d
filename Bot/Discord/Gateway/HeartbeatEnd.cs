namespace Bot.Discord.Gateway;

/// <summary>Heartbeats stopped because Discord did not acknowledge the last one: the connection is dead and does not know it.</summary>
internal sealed record HeartbeatEnd(TimeSpan SinceLastBeat);
