using Bot.Commands.Roster;

namespace Bot.Hosting;

/// <summary>Tells of benchings that the last process did not come to tell, and of those that Discord did not take.</summary>
internal sealed class BenchPart(BenchNotices notices, TimeProvider time, HostFailure failure) : HostPart(failure)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
            await notices.TellAsync(stopping);
        while (await timer.WaitForNextTickAsync(stopping));
    }
}
