namespace Arena.Core.Inference;

/// <summary>One place that runs models. Every failure is a <see cref="ModelHostException"/>; the caller's cancellation is an
/// <see cref="OperationCanceledException"/> and ends the work on the host, too.</summary>
public interface IModelHost
{
    Task<string> VersionAsync(CancellationToken cancellationToken);

    /// <summary>The models the host holds, newest first.</summary>
    Task<IReadOnlyList<HostedModel>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The models that are in memory now.</summary>
    Task<IReadOnlyList<LoadedModel>> LoadedAsync(CancellationToken cancellationToken);

    Task<ModelCard> ShowAsync(string tag, CancellationToken cancellationToken);

    /// <summary>Fetches a model. Ends normally only after the host reported success; dropping the enumeration stops the download,
    /// and the next pull goes on where it stopped.</summary>
    IAsyncEnumerable<PullProgress> PullAsync(string tag, CancellationToken cancellationToken);

    Task DeleteAsync(string tag, CancellationToken cancellationToken);

    /// <summary>Streams one answer. The last chunk, and only it, carries <see cref="ChatChunk.Totals"/>; an enumeration that ends without
    /// an exception has had it. Leaving the enumeration early closes the connection.</summary>
    IAsyncEnumerable<ChatChunk> ChatAsync(ChatRequest request, CancellationToken cancellationToken);

    /// <summary>One vector for each input, in order.</summary>
    Task<Embeddings> EmbedAsync(string tag, IReadOnlyList<string> inputs, CancellationToken cancellationToken);
}
