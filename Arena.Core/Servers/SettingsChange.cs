namespace Arena.Core.Servers;

/// <summary>What a change of a server's settings did.</summary>
/// <param name="Before">Before it.</param>
/// <param name="After">After it; the same where nothing changed.</param>
public sealed record SettingsChange(ServerSettings Before, ServerSettings After);
