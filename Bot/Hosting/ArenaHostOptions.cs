using Bot.Configuration;

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
}
