using Arena.Core.Privacy;

namespace Bot.Hosting;

/// <summary>Drops texts that are not to be kept any longer.</summary>
internal sealed class RetentionPart(TextRetention retention, HostFailure failure) : HostPart(failure)
{
    protected override Task RunAsync(CancellationToken stopping) => retention.RunAsync(stopping);
}
