using Arena.Core.Roster;

namespace Bot.Hosting;

/// <summary>Runs the pulls, and takes up those that a restart left behind.</summary>
internal sealed class PullsPart(PullDesk pulls, HostFailure failure) : HostPart(failure)
{
    protected override Task RunAsync(CancellationToken stopping) => pulls.RunAsync(stopping);
}
