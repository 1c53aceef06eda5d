namespace Sandbox;

/// <summary>How a sandbox is started.</summary>
public sealed record SandboxOptions
{
    /// <summary>The port on 127.0.0.1; 0 takes any free one, <see cref="SandboxServer.Address"/> tells which.</summary>
    public int Port { get; init; } = 5080;

    /// <summary>
    /// When set, every REST exchange of the bot is appended to this file as one line of JSON:
    /// method, path, template, requestContentType, request, status, response.
    /// </summary>
    public string? TrafficFile { get; init; }

    /// <summary>The clock behind ids, rate limits and the deadlines of interactions.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
