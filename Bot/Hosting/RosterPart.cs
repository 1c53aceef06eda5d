using Arena.Core.Roster;

namespace Bot.Hosting;

/// <summary>Keeps the roster true to what the nodes hold, from time to time.</summary>
internal sealed class RosterPart(RosterUpkeep upkeep, TimeProvider time, HostFailure failure) : HostPart(failure)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stopping))
            await upkeep.RunAsync(stopping);
    }
}
