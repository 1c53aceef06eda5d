using Arena.Core.Storage;

namespace Benchmarks;

/// <summary>A database in a folder of its own, gone afterwards.</summary>
internal sealed class TemporaryArena : IAsyncDisposable
{
    private readonly string _folder;

    private TemporaryArena(string folder, Database database) => (_folder, Database) = (folder, database);

    public Database Database { get; }

    public static async Task<TemporaryArena> OpenAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("arena-benchmark-").FullName;
        var options = new StorageOptions { DataFolder = folder, Realm = Realm.Sandbox };
        return new TemporaryArena(folder, await Database.OpenAsync(options, TimeProvider.System, null, cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
