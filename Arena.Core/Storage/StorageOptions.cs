namespace Arena.Core.Storage;

/// <summary>Where the arena keeps its data.</summary>
public sealed record StorageOptions
{
    /// <summary>The folder of <c>arena.db</c>, its lock and its backups; made when it is not there.</summary>
    public string DataFolder { get; init; } = Path.Combine("data", "live");

    /// <summary>Which world the database must belong to.</summary>
    public Realm Realm { get; init; } = Realm.Live;

    /// <summary>Time between backups; null for none.</summary>
    public TimeSpan? BackupEvery { get; init; }

    /// <summary>Backups to keep; older ones are deleted.</summary>
    public int BackupsKept { get; init; } = 7;

    /// <summary>The database file.</summary>
    public string DatabasePath => Path.Combine(DataFolder, "arena.db");

    /// <summary>The folder of scheduled backups.</summary>
    public string BackupFolder => Path.Combine(DataFolder, "backups");
}
