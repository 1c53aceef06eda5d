using Bot.Hosting;

namespace Bot.Tests.Hosting;

public sealed class HealthReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly HealthReport Well = new(Now.AddSeconds(-3), Now.AddHours(-1), 42, true, Now.AddSeconds(-40), true);

    [Fact]
    public void A_bot_that_hears_from_Discord_and_can_write_is_well() => Assert.Null(Well.Complaint(Now));

    [Fact]
    public void A_short_reconnect_is_no_illness() => Assert.Null((Well with { GatewayConnected = false }).Complaint(Now));

    [Fact]
    public void A_bot_that_has_just_started_is_given_time_to_connect() =>
        Assert.Null((Well with { StartedAt = Now.AddSeconds(-50), LastHeartbeatAck = null, GatewayConnected = false }).Complaint(Now));

    [Fact]
    public void A_bot_that_never_connects_is_not_well() =>
        Assert.Contains("no heartbeat", (Well with { LastHeartbeatAck = null }).Complaint(Now), StringComparison.Ordinal);

    [Fact]
    public void A_gateway_that_went_silent_is_told() =>
        Assert.Contains("no heartbeat since 2026-11-22 11:57", (Well with { LastHeartbeatAck = Now.AddMinutes(-3) }).Complaint(Now), StringComparison.Ordinal);

    [Fact]
    public void A_hanging_writer_is_told() =>
        Assert.Contains("writer", (Well with { WriterAnswers = false }).Complaint(Now), StringComparison.Ordinal);

    [Fact]
    public void A_process_that_hangs_or_is_gone_is_told() =>
        Assert.Contains("nothing since", (Well with { WrittenAt = Now.AddMinutes(-1) }).Complaint(Now), StringComparison.Ordinal);

    [Fact]
    public async Task What_is_written_is_read()
    {
        using var folder = new TempFolder();
        Assert.Null(await HealthReport.ReadAsync(folder.Path, TestContext.Current.CancellationToken));

        await Well.WriteAsync(folder.Path, TestContext.Current.CancellationToken);
        await (Well with { ProcessId = 43 }).WriteAsync(folder.Path, TestContext.Current.CancellationToken);

        Assert.Equal(Well with { ProcessId = 43 }, await HealthReport.ReadAsync(folder.Path, TestContext.Current.CancellationToken));
    }
}
