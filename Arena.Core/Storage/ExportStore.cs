using System.Runtime.CompilerServices;
using Arena.Core.Exchange;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>Reads what an export writes.</summary>
internal sealed class ExportStore(Database database) : IExportStore
{
    public Task<byte[]> KeyAsync(CancellationToken cancellationToken) => ExportKey.ReadAsync(
        database.OpenReadAsync,
        key => database.Writer.WriteAsync((connection, transaction) => connection.Execute(ExportKey.Put, new { key }, transaction), cancellationToken),
        cancellationToken);

    public async IAsyncEnumerable<ExportedBattle> BattlesAsync(
        ServerId? server, DateTimeOffset? until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        await foreach (var battle in ExportReading.BattlesAsync(connection, server, until, cancellationToken))
            yield return battle;
    }
}
