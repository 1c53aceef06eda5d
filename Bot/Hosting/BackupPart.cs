using System.Globalization;
using Arena.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>Copies the database on schedule and keeps the newest copies.</summary>
internal sealed partial class BackupPart(
    Database database, StorageOptions storage, TimeProvider time, ILogger<BackupPart> logger, HostFailure failure)
    : HostPart(failure)
{
    private const string Prefix = "arena-";
    private const string Suffix = ".db";
    private const string Stamp = "yyyyMMdd-HHmmss";

    /// <summary>When there is no copy yet: soon, so that a bot that is restarted every day gets one too.</summary>
    private static readonly TimeSpan FirstAfter = TimeSpan.FromMinutes(5);

    /// <summary>The name of a copy made at this moment; in the order of time when sorted by name.</summary>
    public static string FileName(DateTimeOffset at) =>
        Prefix + at.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture) + Suffix;

    protected override async Task RunAsync(CancellationToken stopping)
    {
        if (storage.BackupEvery is not { } every)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, time, stopping);
            return;
        }

        var due = Newest() + every ?? time.GetUtcNow() + (every < FirstAfter ? every : FirstAfter);
        while (true)
        {
            var wait = due - time.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, stopping);
            }

            await MakeAsync(stopping);
            due = time.GetUtcNow() + every;
        }
    }

    private async Task MakeAsync(CancellationToken stopping)
    {
        var path = Path.Combine(storage.BackupFolder, FileName(time.GetUtcNow()));
        try
        {
            await database.BackupAsync(path, stopping);
            Log.Made(logger, path);
            foreach (var old in Copies().SkipLast(storage.BackupsKept))
            {
                File.Delete(old);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DatabaseException or StorageFullException)
        {
            // The arena goes on without a copy, and says so each time.
            Log.Failed(logger, path, exception.Message);
        }
    }

    private DateTimeOffset? Newest() =>
        Copies().LastOrDefault() is { } newest
            ? DateTimeOffset.ParseExact(
                Path.GetFileName(newest).AsSpan(Prefix.Length, Stamp.Length), Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : null;

    /// <summary>The copies made on schedule, oldest first. Files with other names are somebody's own and left alone.</summary>
    private IReadOnlyList<string> Copies()
    {
        if (!Directory.Exists(storage.BackupFolder))
        {
            return [];
        }

        return
        [
            .. Directory.EnumerateFiles(storage.BackupFolder, $"{Prefix}*{Suffix}")
                .Where(path => DateTimeOffset.TryParseExact(
                    Path.GetFileNameWithoutExtension(path)[Prefix.Length..], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static partial class Log
    {
        [LoggerMessage(5002, LogLevel.Information, "Copied the database to {Path}.")]
        public static partial void Made(ILogger logger, string path);

        [LoggerMessage(5003, LogLevel.Error, "The database could not be copied to {Path}: {Why}")]
        public static partial void Failed(ILogger logger, string path, string why);
    }
}
