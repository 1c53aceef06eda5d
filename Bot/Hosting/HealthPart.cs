using Arena.Core.Storage;
using Bot.Discord;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>Writes down every few seconds how the bot is, for <c>health</c>.</summary>
internal sealed partial class HealthPart(
    IDiscordClient discord, Database database, StorageOptions storage, TimeProvider time, ILogger<HealthPart> logger, HostFailure failure)
    : HostPart(failure)
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly DateTimeOffset _startedAt = time.GetUtcNow();
    private bool _failed;

    protected override async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            await WriteAsync(stopping);
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        File.Delete(HealthReport.PathIn(storage.DataFolder));
    }

    private async Task WriteAsync(CancellationToken stopping)
    {
        var gateway = discord.Health;
        var report = new HealthReport(
            time.GetUtcNow(), _startedAt, Environment.ProcessId, gateway.IsConnected, gateway.LastHeartbeatAck, await WriterAnswersAsync(stopping));
        try
        {
            await report.WriteAsync(storage.DataFolder, stopping);
            _failed = false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A full disk must not end the bot; the file grows stale, which is what health looks for.
            if (!_failed)
                Log.NotWritten(logger, HealthReport.PathIn(storage.DataFolder), exception.Message);

            _failed = true;
        }
    }

    private async Task<bool> WriterAnswersAsync(CancellationToken stopping)
    {
        try
        {
            return await database.Writer.WriteAsync((_, _) => true, stopping).WaitAsync(Every, time, stopping);
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (StorageFullException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5001, LogLevel.Warning, "{Path} could not be written, so the health check will fail: {Why}")]
        public static partial void NotWritten(ILogger logger, string path, string why);
    }
}
