using Arena.Core.Storage;

namespace Bot.Hosting;

/// <summary>Looks for identity leaks again when the rule or the roster has changed.</summary>
internal sealed class LeaksPart(LeakRecount recount, HostFailure failure) : HostPart(failure)
{
    protected override Task RunAsync(CancellationToken stopping) => recount.RunAsync(stopping);
}
