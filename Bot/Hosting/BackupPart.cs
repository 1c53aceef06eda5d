using Arena.Core.Storage;

namespace Bot.Hosting;

/// <summary>Copies the database on schedule.</summary>
internal sealed class BackupPart(BackupSchedule schedule, HostFailure failure) : HostPart(failure)
{
    protected override async Task RunAsync(CancellationToken stopping)
    {
        await schedule.RunAsync(stopping);
        // It returns when no copies are wanted; a part stays.
        await Task.Delay(Timeout.InfiniteTimeSpan, stopping);
    }
}
