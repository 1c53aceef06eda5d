using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>Leads the logging of one host to its own sink; nothing of it is shared with another host in the process.</summary>
internal sealed class LogSinkProvider(LogSink sink, TimeProvider time) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new SinkLogger(categoryName, sink, time);

    public void Dispose()
    {
    }

    private sealed class SinkLogger(string category, LogSink sink, TimeProvider time) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        // The levels are filtered by the logging configuration, before this is asked.
        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            sink.Write(new LogLine(time.GetUtcNow(), logLevel, category, eventId, formatter(state, exception), exception));
    }
}
