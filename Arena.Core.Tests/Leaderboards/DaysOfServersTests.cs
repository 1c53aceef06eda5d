using Arena.Core.Leaderboards;

namespace Arena.Core.Tests.Leaderboards;

public sealed class DaysOfServersTests
{
    [Theory]
    [InlineData("UTC", "2026-06-02T00:00:00Z", "2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z")]
    [InlineData("Europe/Berlin", "2026-06-02T21:59:59Z", "2026-05-31T22:00:00Z", "2026-06-01T22:00:00Z")]
    [InlineData("Europe/Berlin", "2026-06-02T22:00:00Z", "2026-06-01T22:00:00Z", "2026-06-02T22:00:00Z")]
    [InlineData("Asia/Kolkata", "2026-06-02T12:00:00Z", "2026-05-31T18:30:00Z", "2026-06-01T18:30:00Z")]
    public void Yesterday_is_a_day_by_the_servers_clock(string zone, string now, string from, string to) => Check(zone, now, from, to);

    [Theory]
    [InlineData("2026-03-30T10:00:00Z", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")]   // 23 hours
    [InlineData("2026-10-26T10:00:00Z", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")]   // 25 hours
    public void A_day_on_which_clocks_are_set_is_shorter_or_longer(string now, string from, string to) => Check("Europe/Berlin", now, from, to);

    [Fact]
    public void Where_midnight_is_skipped_the_day_begins_at_one() =>
        // Clocks in Beirut went from midnight to one on 31 March 2024.
        Check("Asia/Beirut", "2024-04-01T10:00:00Z", "2024-03-30T22:00:00Z", "2024-03-31T21:00:00Z");

    private static void Check(string zone, string now, string from, string to)
    {
        var day = DaysOfServers.DayBefore(DateTimeOffset.Parse(now, null), TimeZoneInfo.FindSystemTimeZoneById(zone));

        Assert.Equal((DateTimeOffset.Parse(from, null), DateTimeOffset.Parse(to, null)), (day.From, day.To));
        Assert.Equal(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(day.From, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime), day.Day);
    }
}
