using Bot.Discord;
using Bot.Discord.Gateway;

namespace Bot.Tests.Discord.Gateway;

public sealed class SendLimitTests
{
    [Fact]
    public async Task No_more_than_120_payloads_leave_in_a_minute_and_the_last_places_are_for_heartbeats()
    {
        var time = new ManualTime();
        var limit = new SendLimit(new Watch(time));
        for (var n = 0; n < SendLimit.Most - SendLimit.KeptForHeartbeats; n++)
            Assert.True(limit.EnterAsync(isHeartbeat: false, CancellationToken.None).IsCompletedSuccessfully);

        var held = limit.EnterAsync(isHeartbeat: false, CancellationToken.None);
        for (var n = 0; n < SendLimit.KeptForHeartbeats; n++)
            Assert.True(limit.EnterAsync(isHeartbeat: true, CancellationToken.None).IsCompletedSuccessfully);
        var late = limit.EnterAsync(isHeartbeat: true, CancellationToken.None);
        Assert.False(held.IsCompleted);
        Assert.False(late.IsCompleted);

        time.Advance(TimeSpan.FromSeconds(60));
        await Task.WhenAll(held, late).Within();
    }
}
