using System.Text.Json;

namespace Bot.Hosting;

/// <summary>What a running bot says of itself, for <c>health</c>.</summary>
/// <param name="WrittenAt">When the bot said so; it does every few seconds.</param>
/// <param name="StartedAt">When the process started.</param>
/// <param name="LastHeartbeatAck">When Discord last acknowledged a heartbeat; null before the first.</param>
/// <param name="WriterAnswers">Whether the database's writer did a job in time.</param>
internal sealed record HealthReport(
    DateTimeOffset WrittenAt, DateTimeOffset StartedAt, int ProcessId, bool GatewayConnected, DateTimeOffset? LastHeartbeatAck, bool WriterAnswers)
{
    private const string FileName = "health.json";

    /// <summary>The bot writes every <see cref="HealthPart.Every"/>; several missed in a row mean it hangs or is gone.</summary>
    private static readonly TimeSpan StaleAfter = TimeSpan.FromSeconds(30);

    /// <summary>Discord asks for a heartbeat about every 41 seconds, and reconnecting takes some more.</summary>
    private static readonly TimeSpan SilentAfter = TimeSpan.FromMinutes(2);

    public static string PathIn(string dataFolder) => Path.Combine(dataFolder, FileName);

    /// <summary>Written beside and moved into place, so that a reader never sees half of it.</summary>
    public async Task WriteAsync(string dataFolder, CancellationToken cancellationToken)
    {
        var path = PathIn(dataFolder);
        await File.WriteAllBytesAsync(path + ".new", JsonSerializer.SerializeToUtf8Bytes(this), cancellationToken);
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Null when there is none, or none that can be read.</summary>
    public static async Task<HealthReport?> ReadAsync(string dataFolder, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.Deserialize<HealthReport>(await File.ReadAllBytesAsync(PathIn(dataFolder), cancellationToken));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Why the bot is not well, as one sentence; null when it is.</summary>
    public string? Complaint(DateTimeOffset now)
    {
        if (now - WrittenAt > StaleAfter)
            return $"The bot has said nothing since {WrittenAt.UtcDateTime:u}.";

        if (!WriterAnswers)
            return "The database's writer does not answer.";

        // Before the first heartbeat the start counts: connecting may take its time.
        return now - (LastHeartbeatAck ?? StartedAt) > SilentAfter
            ? $"Discord has acknowledged no heartbeat since {(LastHeartbeatAck ?? StartedAt).UtcDateTime:u}."
            : null;
    }
}
