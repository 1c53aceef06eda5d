using Arena.Core.Servers;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Leaderboards;

/// <summary>Posts a summary of yesterday, from a set hour on, once for each server and day.</summary>
public sealed partial class DailySummaries
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly ISummaryStore _store;
    private readonly ISummaryScreen _screen;
    private readonly ServerSettingsBook _settings;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    internal DailySummaries(ISummaryStore store, ISummaryScreen screen, ServerSettingsBook settings, TimeProvider time, ILogger<DailySummaries> logger) =>
        (_store, _screen, _settings, _time, _logger) = (store, screen, settings, time, logger);

    /// <summary>Looks every minute, until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            foreach (var server in _settings.Servers)
            {
                try
                {
                    await PostIfDueAsync(server, cancellationToken);
                }
                catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
                {
                    // The outermost loop: one server's trouble is not another's. It stays due.
                    Log.Failed(_logger, e, server);
                }
            }

            await Task.Delay(Every, _time, cancellationToken);
        }
    }

    /// <summary>Posts what is due in one server now. A day without a counted battle has no summary.</summary>
    internal async Task PostIfDueAsync(ServerId server, CancellationToken cancellationToken)
    {
        var settings = _settings.Of(server);
        if (settings.SummaryChannel is not { } channel)
            return;
        var now = _time.GetUtcNow();
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out var zone))
        {
            Log.NoSuchZone(_logger, server, settings.TimeZone);
            zone = TimeZoneInfo.Utc;
        }

        var day = DaysOfServers.DayBefore(now, zone);
        if (DaysOfServers.Hour(now, zone) < settings.SummaryHour || !await _store.TryBeginAsync(server, day.From, now, cancellationToken))
            return;
        var summary = await _store.ReadAsync(server, day, cancellationToken);
        var message = summary.Battles == 0 ? null : await _screen.PostAsync(server, channel, summary, cancellationToken);
        await _store.FinishAsync(server, day.From, message, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(3600, LogLevel.Error, "The daily summary of server {Server} could not be posted yet.")]
        public static partial void Failed(ILogger logger, Exception exception, ServerId server);

        [LoggerMessage(3601, LogLevel.Warning, "Server {Server} has its days by {Zone}, which this machine does not know; UTC is used.")]
        public static partial void NoSuchZone(ILogger logger, ServerId server, string zone);
    }
}
