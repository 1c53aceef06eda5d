using Arena.Core.Battles;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Servers;

namespace Arena.Core.Tests.Leaderboards;

public sealed class DailySummariesTests
{
    private static readonly ChannelId Where = new(77);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Yesterday_is_told_once_from_the_hour_on()
    {
        await using var arena = await StartAsync(hour: 9);
        await PlayAsync(arena, Choice.A, Choice.A, Choice.B);
        await PlayAsync(arena, Choice.A, Choice.B);

        await AtAsync(arena, "2031-01-02T08:59:00Z");
        Assert.Empty(arena.Summaries.Posted);
        await AtAsync(arena, "2031-01-02T09:00:00Z");
        await AtAsync(arena, "2031-01-02T09:01:00Z");
        await AtAsync(arena, "2031-01-02T23:59:00Z");

        var (channel, summary) = Assert.Single(arena.Summaries.Posted);
        Assert.Equal(Where, channel);
        Assert.Equal((new DateOnly(2031, 1, 1), 2, 5, 3), (summary.Day, summary.Battles, summary.Ballots, summary.Voters));
        Assert.Equal([(ArenaDriver.Member(0), 2), (ArenaDriver.Member(1), 2), (ArenaDriver.Member(2), 1)], summary.MostActive.Select(voter => (voter.Member, voter.Ballots)));
        Assert.Equal((2, new Tally(1, 1, 0, 0)), (summary.Closest!.Battle, summary.Closest.Tally));
        Assert.Equal(2, summary.Movers.Count);
        Assert.Equal(0, summary.Movers.Sum(mover => mover.After - mover.Before), 6);
    }

    [Fact]
    public async Task After_a_stop_it_is_told_later_the_same_day_and_not_for_days_before()
    {
        await using var arena = await StartAsync(hour: 9);
        await PlayAsync(arena, Choice.A);

        await AtAsync(arena, "2031-01-02T20:00:00Z");
        await arena.DieAndRestartAsync();
        await AtAsync(arena, "2031-01-02T20:05:00Z");
        await AtAsync(arena, "2031-01-04T09:00:00Z");

        Assert.Single(arena.Summaries.Posted);
    }

    [Fact]
    public async Task A_kill_before_the_message_is_known_tells_it_again_under_the_same_name()
    {
        await using var arena = await StartAsync(hour: 0);
        await PlayAsync(arena, Choice.A);
        arena.Summaries.Before = () => throw new OperationCanceledException("killed");
        await Assert.ThrowsAsync<OperationCanceledException>(() => AtAsync(arena, "2031-01-02T00:00:00Z"));
        arena.Summaries.Before = () => { };

        await AtAsync(arena, "2031-01-02T00:01:00Z");
        await AtAsync(arena, "2031-01-02T00:02:00Z");

        Assert.Single(arena.Summaries.Posted);
    }

    [Fact]
    public async Task A_day_without_a_counted_battle_is_not_told_and_a_server_that_wants_none_has_none()
    {
        await using var arena = await StartAsync(hour: 9);
        await AtAsync(arena, "2031-01-02T09:00:00Z");
        Assert.Empty(arena.Summaries.Posted);

        await PlayAsync(arena, Choice.A);
        await arena.Get<ServerSettingsBook>().ChangeAsync(ArenaDriver.Server, ArenaDriver.Alice, settings => settings with { SummaryChannel = null }, Token);
        await AtAsync(arena, "2031-01-03T09:00:00Z");
        Assert.Empty(arena.Summaries.Posted);
    }

    [Fact]
    public async Task A_zone_that_is_not_known_any_more_is_said_in_the_log_and_UTC_is_used()
    {
        await using var arena = await StartAsync(hour: 9, zone: "Atlantis/Capital");
        await PlayAsync(arena, Choice.A);

        await AtAsync(arena, "2031-01-02T09:00:00Z");

        Assert.Single(arena.Summaries.Posted);
        Assert.Contains(arena.Log.Warnings, line => line.Contains("Atlantis/Capital", StringComparison.Ordinal));
    }

    private static async Task<ArenaDriver> StartAsync(int hour, string zone = "UTC")
    {
        var arena = await ArenaDriver.StartAsync();
        arena.Time.Advance(DateTimeOffset.Parse("2031-01-01T12:00:00Z", null) - arena.Time.GetUtcNow());
        await arena.Get<ServerSettingsBook>().ChangeAsync(
            ArenaDriver.Server, ArenaDriver.Alice, settings => settings with { SummaryChannel = Where, SummaryHour = hour, TimeZone = zone }, Token);
        return arena;
    }

    private static async Task PlayAsync(ArenaDriver arena, params Choice[] choices)
    {
        var battle = await arena.OpenVoteAsync();
        for (var i = 0; i < choices.Length; i++)
            await arena.ReactAsync(battle, ArenaDriver.Member(i), choices[i]);
        await arena.RevealAsync(battle);
    }

    private static async Task AtAsync(ArenaDriver arena, string moment)
    {
        arena.Time.Advance(DateTimeOffset.Parse(moment, null) - arena.Time.GetUtcNow());
        await arena.Get<DailySummaries>().PostIfDueAsync(ArenaDriver.Server, Token);
    }
}
