using Arena.Core.Privacy;

namespace Bot.Hosting;

/// <summary>Clears the database's log of what was forgotten.</summary>
internal sealed class LogFoldingPart(LogFolding folding, HostFailure failure) : HostPart(failure)
{
    protected override Task RunAsync(CancellationToken stopping) => folding.RunAsync(stopping);
}
