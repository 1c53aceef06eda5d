using Bot.Configuration;

namespace Bot.Tests.Configuration;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("90s", 90)]
    [InlineData("1h30m", 5_400)]
    [InlineData("1h 30m", 5_400)]
    [InlineData("1.5m", 90)]
    [InlineData("250ms", 0.25)]
    [InlineData("7d", 604_800)]
    [InlineData("00:10:00", 600)]
    [InlineData("1:30:00", 5_400)]
    [InlineData("1.00:00:00", 86_400)]
    public void Durations_are_read_as_people_write_them(string text, double seconds)
    {
        Assert.True(DurationText.TryParse(text, out var value));
        Assert.Equal(TimeSpan.FromSeconds(seconds), value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("10 minutes")]
    [InlineData("-5m")]
    [InlineData("-00:10:00")]
    [InlineData("5M")]
    [InlineData("999999999d999999999d")]
    public void What_is_no_duration_is_refused(string text) => Assert.False(DurationText.TryParse(text, out _));

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(600_000, "10m")]
    [InlineData(90_000, "1m30s")]
    [InlineData(250, "250ms")]
    [InlineData(90_061_001, "1d1h1m1s1ms")]
    public void A_duration_is_shown_as_it_can_be_written(double milliseconds, string text)
    {
        Assert.Equal(text, DurationText.Format(TimeSpan.FromMilliseconds(milliseconds)));
        Assert.True(milliseconds == 0 || (DurationText.TryParse(text, out var back) && back.TotalMilliseconds == milliseconds));
    }
}
