using Bot.Configuration;
using Bot.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Hosting;

public sealed class LogSinkTests
{
    [Fact]
    public void Lines_are_held_back_until_the_start_is_over_and_keep_their_order()
    {
        var written = new StringWriter();
        var sink = new LogSink(written, LogFormat.Text);

        sink.Write(Line("first"));
        sink.Write(Line("second"));
        Assert.Empty(written.ToString());

        sink.Open();
        sink.Write(Line("third"));

        var lines = written.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Collection(
            lines,
            line => Assert.EndsWith("first", line, StringComparison.Ordinal),
            line => Assert.EndsWith("second", line, StringComparison.Ordinal),
            line => Assert.EndsWith("third", line, StringComparison.Ordinal));
    }

    private static LogLine Line(string message) => new(DateTimeOffset.UnixEpoch, LogLevel.Information, "X", default, message, null);
}
