using System.Runtime.CompilerServices;
using Arena.Core.Inference;

namespace Bot.Tests.Commands;

/// <summary>A model host whose models answer at once, or not at all.</summary>
internal sealed class InstantModels : IModelHost
{
    public bool IsReachable { get; set; } = true;

    public List<string> Tags { get; } = ["fox:1b", "owl:7b"];

    /// <summary>A tag that is listed and not there.</summary>
    public string? Missing { get; set; }

    /// <summary>Answers wait for this.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public Task<string> VersionAsync(CancellationToken cancellationToken) => Answer("0.9.9");

    public Task<IReadOnlyList<HostedModel>> ListAsync(CancellationToken cancellationToken) => Answer<IReadOnlyList<HostedModel>>(
        [.. Tags.Select(tag => new HostedModel(tag, "d" + tag, 1, DateTimeOffset.UnixEpoch, "demo", 1, "Q4_0", 4096, tag.StartsWith("embed", StringComparison.Ordinal) ? ["embedding"] : ["completion"]))]);

    public Task<IReadOnlyList<LoadedModel>> LoadedAsync(CancellationToken cancellationToken) => Answer<IReadOnlyList<LoadedModel>>(
        [new LoadedModel("fox:1b", "dfox:1b", 1, 0, 4096, DateTimeOffset.UnixEpoch)]);

    public Task<ModelCard> ShowAsync(string tag, CancellationToken cancellationToken) =>
        Answer(new ModelCard("demo", 1, "Q4_0", 4096, ["completion"], null, null, null, null, null));

    public IAsyncEnumerable<PullProgress> PullAsync(string tag, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DeleteAsync(string tag, CancellationToken cancellationToken) => Answer(Tags.Remove(tag));

    public async IAsyncEnumerable<ChatChunk> ChatAsync(ChatRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Gate.WaitAsync(cancellationToken);
        if (request.Tag == Missing)
            throw new ModelHostException(ModelHostFailure.ModelMissing, "model not found");
        yield return new ChatChunk("An answer.", "", null);
        yield return new ChatChunk("", "", new ChatTotals("stop", TimeSpan.FromSeconds(1), TimeSpan.Zero, 3, TimeSpan.Zero, 4, TimeSpan.FromSeconds(1)));
    }

    public Task<Embeddings> EmbedAsync(string tag, IReadOnlyList<string> inputs, CancellationToken cancellationToken) => throw new NotSupportedException();

    private Task<T> Answer<T>(T value) => IsReachable
        ? Task.FromResult(value)
        : Task.FromException<T>(new ModelHostException(ModelHostFailure.Unreachable, "Connection refused."));
}
