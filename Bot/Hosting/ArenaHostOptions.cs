using Bot.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Hosting;

/// <summary>All that a host takes from outside; it reads nothing of the process by itself.</summary>
public sealed record ArenaHostOptions
{
    public required ArenaEnvironment Environment { get; init; }

    /// <summary>Gets the lines of the start, the last of which begins with <c>Ready</c>.</summary>
    public TextWriter Output { get; init; } = TextWriter.Null;

    /// <summary>Gets the log.</summary>
    public TextWriter Log { get; init; } = TextWriter.Null;

    /// <summary>Overrides the configuration's.</summary>
    public LogFormat? LogFormat { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where a sandbox of the host's own writes its traffic; see <see cref="Sandbox.SandboxOptions.TrafficFile"/>.</summary>
    public string? TrafficFile { get; init; }

    /// <summary>The last word on the services, for tests.</summary>
    public Action<IServiceCollection>? Configure { get; init; }
}
