using Arena.Core.Integrity;
using Bot.Commands.Moderation;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>Looks at votes from time to time, and brings moderators what they have not been told.</summary>
internal sealed partial class WatchPart(VoteWatch watch, WatchNotices notices, TimeProvider time, ILogger<WatchPart> logger, HostFailure failure)
    : HostPart(failure)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(3);

    protected override async Task RunAsync(CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await watch.LookAsync(stopping);
                await notices.TellAsync(stopping);
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                // Nobody is to be without an arena because votes could not be looked at.
                Log.Failed(logger, e);
            }

            await Task.Delay(Pause, time, stopping);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(7171, LogLevel.Error, "The votes could not be looked at; it is tried again in a few minutes.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
