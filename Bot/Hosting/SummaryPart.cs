using Arena.Core.Leaderboards;

namespace Bot.Hosting;

/// <summary>Posts the daily summaries.</summary>
internal sealed class SummaryPart(DailySummaries summaries, HostFailure failure) : HostPart(failure)
{
    protected override Task RunAsync(CancellationToken stopping) => summaries.RunAsync(stopping);
}
