using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Storage;

/// <summary>Copies the database from time to time, and keeps the newest copies.</summary>
public sealed partial class BackupSchedule(
    Database database, StorageOptions options, TimeProvider time, ILogger<BackupSchedule> logger)
{
    /// <summary>Runs until cancelled; returns at once when no backups are asked for.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (options.BackupEvery is not { } every)
            return;
        while (true)
        {
            await Task.Delay(UntilNext(every), time, cancellationToken);
            try
            {
                await BackupAsync(cancellationToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or DatabaseException or Microsoft.Data.Sqlite.SqliteException)
            {
                // The arena goes on without this one; the next is tried in time.
                Log.Failed(logger, e);
                await Task.Delay(TimeSpan.FromMinutes(1), time, cancellationToken);
            }
        }
    }

    /// <summary>Makes a backup now and deletes those beyond the number to keep.</summary>
    /// <returns>The file.</returns>
    public async Task<string> BackupAsync(CancellationToken cancellationToken)
    {
        var stamp = time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture);
        var path = Path.Combine(options.BackupFolder, $"arena-{stamp}.db");
        await database.BackupAsync(path, cancellationToken);
        foreach (var old in Existing().SkipLast(options.BackupsKept))
            File.Delete(old);
        Log.Made(logger, path);
        return path;
    }

    // By the newest file rather than from the start, so that restarts neither skip nor multiply backups.
    private TimeSpan UntilNext(TimeSpan every)
    {
        if (Existing().LastOrDefault() is not { } newest || Stamp(newest) is not { } made)
            return TimeSpan.Zero;
        var due = made + every - time.GetUtcNow();
        return due > TimeSpan.Zero ? due : TimeSpan.Zero;
    }

    private string[] Existing() =>
        Directory.Exists(options.BackupFolder)
            ? [.. Directory.GetFiles(options.BackupFolder, "arena-*.db").Where(file => Stamp(file) is not null).Order(StringComparer.Ordinal)]
            : [];

    private static DateTimeOffset? Stamp(string file) =>
        DateTimeOffset.TryParseExact(
            Path.GetFileNameWithoutExtension(file)["arena-".Length..], "yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null;

    private static partial class Log
    {
        [LoggerMessage(2030, LogLevel.Information, "Made the backup {Path}.")]
        public static partial void Made(ILogger logger, string path);

        [LoggerMessage(2031, LogLevel.Error, "A backup could not be made.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
