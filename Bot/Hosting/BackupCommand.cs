using System.Globalization;
using Arena.Core.Storage;
using Bot.Configuration;

namespace Bot.Hosting;

/// <summary>Copies the database as it is at this moment.</summary>
internal sealed class BackupCommand(ArenaEnvironment environment, Terminal terminal)
{
    public async Task<int> RunAsync(string? file, CancellationToken cancellationToken)
    {
        var storage = ArenaConfiguration.Load(environment).Storage();
        var stamp = TimeProvider.System.GetUtcNow().UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var target = file is null
            ? Path.Combine(storage.BackupFolder, $"by-hand-{stamp}.db")
            : Path.GetFullPath(file, environment.WorkingDirectory);
        await DatabaseCopy.WriteAsync(storage.DatabasePath, target, cancellationToken);
        await terminal.Output.WriteLineAsync(target);
        return 0;
    }
}
