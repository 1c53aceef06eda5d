namespace Sandbox.Gateway;

/// <summary>What clients of the bot did at the gateway since the start.</summary>
internal sealed record GatewayCounts(int Connections, int Identifies, int Resumes);
