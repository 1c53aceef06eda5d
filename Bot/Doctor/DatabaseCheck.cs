using System.Globalization;
using Arena.Core.Storage;
using Bot.Configuration;
using Bot.Hosting;

namespace Bot.Doctor;

/// <summary>Looks at the database without opening it for writing: a running bot is not disturbed.</summary>
internal sealed class DatabaseCheck(ArenaConfiguration configuration)
{
    private const string Area = "database";

    public async Task<Result> RunAsync(CancellationToken cancellationToken)
    {
        var storage = configuration.Storage();
        if (!File.Exists(storage.DatabasePath))
            return new Result([Finding.Good(Area, $"{storage.DatabasePath} is not there yet; the first start makes it")], []);

        try
        {
            var inspection = await DatabaseInspection.ReadAsync(storage.DatabasePath, cancellationToken);
            return new Result([Describe(inspection, storage), .. Lock(storage)], inspection.ActiveModels);
        }
        catch (DatabaseException exception)
        {
            return new Result([Finding.Bad(Area, exception.Message, $"Restore a copy from {storage.BackupFolder}, or name another folder in ARENA_DATA.")], []);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            return new Result([Finding.Bad(Area, $"{storage.DatabasePath}: {exception.Message}", "Let the user who runs the bot read and write the data folder.")], []);
        }
    }

    private static Finding Describe(DatabaseInspection found, StorageOptions storage)
    {
        if (found.Damage.Count > 0)
        {
            return Finding.Bad(
                Area, $"{storage.DatabasePath} is damaged: {string.Join("; ", found.Damage)}", $"Stop the bot and restore a copy from {storage.BackupFolder}.");
        }

        if (found.Version > found.KnownVersion)
        {
            var mismatch = new DatabaseTooNewException(storage.DatabasePath, found.Version, found.KnownVersion);
            return Finding.Bad(Area, mismatch.Message, "Start the program that wrote it.");
        }

        if (found.Realm is { } realm && realm != storage.Realm)
            return Finding.Bad(Area, new DatabaseRealmException(storage.DatabasePath, realm, storage.Realm).Message, "Sandbox and live data never share a folder.");

        return Finding.Good(Area, string.Create(
            CultureInfo.InvariantCulture,
            $"{storage.DatabasePath}: sound, version {found.Version}, {found.Battles} battles, {found.Ballots} ballots, {found.ActiveModels.Count} active models"));
    }

    private static IEnumerable<Finding> Lock(StorageOptions storage)
    {
        if (DataFolderLock.IsHeld(storage.DataFolder))
            yield return Finding.Good(Area, "a bot is running with this data folder");
    }

    /// <param name="ActiveModels">Tags that can be drawn; none when the database could not be read.</param>
    public sealed record Result(IReadOnlyList<Finding> Findings, IReadOnlyList<string> ActiveModels);
}
