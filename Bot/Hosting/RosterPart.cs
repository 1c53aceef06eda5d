using Arena.Core.Inference;
using Arena.Core.Roster;

namespace Bot.Hosting;

/// <summary>Asks the nodes about models that were put on the roster while no node answered.</summary>
internal sealed class RosterPart(RosterService roster, Fleet fleet, TimeProvider time, HostFailure failure) : HostPart(failure)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            var hasUnknown = (await roster.ListAsync(stopping)).Any(model => model.ParametersBillions is null);
            if (hasUnknown && (await fleet.StatusAsync(stopping)).IsReachable)
                await roster.DescribeAsync(stopping);
        }
    }
}
