using System.Text.Json;
using Bot.Configuration;
using Bot.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Hosting;

public sealed class LogLineTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 10, 34, 5, 678, TimeSpan.FromHours(2));

    [Fact]
    public void A_line_for_people_has_UTC_time_level_speaker_and_sentence()
    {
        var line = new LogLine(At, LogLevel.Information, "Arena.Core.Battles.BattleEngine", new EventId(7), "Battle 3 settled.", null);

        Assert.Equal("2026-11-22 08:34:05Z info  BattleEngine: Battle 3 settled.", line.Render(LogFormat.Text));
    }

    [Theory]
    [InlineData("one\ntwo", "one | two")]
    [InlineData("one\r\n\r\n   two\n", "one | two")]
    [InlineData("red \u001b[31m", "red \\u001b[31m")]
    [InlineData("forged\u2028line", "forged | line")]
    public void Whatever_is_logged_it_stays_one_harmless_line(string message, string shown)
    {
        var line = new LogLine(At, LogLevel.Warning, "X", default, message, null).Render(LogFormat.Text);

        Assert.EndsWith($"warn  X: {shown}", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }

    [Fact]
    public void An_exception_stands_on_the_same_line()
    {
        var line = new LogLine(At, LogLevel.Error, "X", default, "It failed.", Thrown()).Render(LogFormat.Text);

        Assert.Contains("It failed. | InvalidOperationException: Why", line, StringComparison.Ordinal);
        Assert.Contains(nameof(Thrown), line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }

    [Fact]
    public void A_line_for_machines_is_one_JSON_object()
    {
        var line = new LogLine(At, LogLevel.Error, "Arena.Core.X", new EventId(12), "It \"failed\"\nhere.", Thrown()).Render(LogFormat.Json);

        Assert.DoesNotContain('\n', line);
        using var json = JsonDocument.Parse(line);
        Assert.Equal("2026-11-22T08:34:05.678Z", json.RootElement.GetProperty("at").GetString());
        Assert.Equal("error", json.RootElement.GetProperty("level").GetString());
        Assert.Equal("Arena.Core.X", json.RootElement.GetProperty("category").GetString());
        Assert.Equal(12, json.RootElement.GetProperty("event").GetInt32());
        Assert.Equal("It \"failed\"\nhere.", json.RootElement.GetProperty("message").GetString());
        Assert.StartsWith("System.InvalidOperationException", json.RootElement.GetProperty("exception").GetString(), StringComparison.Ordinal);
    }

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException("Why");
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }
    }
}
