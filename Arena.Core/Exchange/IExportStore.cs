namespace Arena.Core.Exchange;

/// <summary>What an export asks of the database.</summary>
public interface IExportStore
{
    /// <summary>The secret that pseudonyms are made with, at least 32 random bytes; made at the first call and the same ever after.</summary>
    Task<byte[]> KeyAsync(CancellationToken cancellationToken);

    /// <summary>The settled battles that have a counted ballot, in order of settlement, all of one moment and read as they are asked for.</summary>
    /// <param name="server">One server's, or null for all.</param>
    /// <param name="until">None that settled later; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<ExportedBattle> BattlesAsync(ServerId? server, DateTimeOffset? until, CancellationToken cancellationToken);
}
