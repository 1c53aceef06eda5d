using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Arena.Core.Inference;

namespace Arena.Core.Tests.Testing;

/// <summary>A model host that says what the test tells it to. Unless told otherwise every model answers at once.</summary>
internal sealed class ScriptedHost : IModelHost
{
    private readonly ConcurrentDictionary<string, Func<ChatRequest, CancellationToken, IAsyncEnumerable<ChatChunk>>> _scripts = new();
    private readonly ConcurrentQueue<string> _asked = new();

    public List<HostedModel> Models { get; } = [];

    public List<LoadedModel> Loaded { get; } = [];

    /// <summary>Tags in the order in which they were asked.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    /// <summary>The calls that pulled models, in order; each goes as the test says.</summary>
    public ConcurrentQueue<ScriptedPull> Pulls { get; } = new();

    /// <summary>Set: no connection.</summary>
    public bool IsDown { get; set; }

    public ScriptedHost With(string tag, double? billions = 1, params string[] capabilities)
    {
        Models.Add(new HostedModel(
            tag, $"digest of {tag}", 1, DateTimeOffset.UnixEpoch, "family", billions, "Q4_K_M", 8192, capabilities.Length > 0 ? capabilities : ["completion"]));
        return this;
    }

    public void Script(string tag, Func<ChatRequest, CancellationToken, IAsyncEnumerable<ChatChunk>> script) => _scripts[tag] = script;

    /// <summary>The model says these pieces.</summary>
    public void Says(string tag, params string[] pieces) => Script(tag, (_, _) => Chunks(pieces));

    /// <summary>The model waits for the returned source before it answers.</summary>
    public TaskCompletionSource Holds(string tag, string text = "held answer")
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Script(tag, (_, cancellationToken) => Held(gate, text, cancellationToken));
        return gate;
    }

    /// <summary>The model fails, so many times; after that it answers.</summary>
    public void Fails(string tag, ModelHostFailure failure, int times = int.MaxValue, string before = "") =>
        Script(tag, (_, _) => times-- > 0 ? Failing(failure, before) : Chunks(["an answer after all"]));

    public Task<string> VersionAsync(CancellationToken cancellationToken) => Up(() => "0.0.0-scripted");

    public Task<IReadOnlyList<HostedModel>> ListAsync(CancellationToken cancellationToken) => Up<IReadOnlyList<HostedModel>>(() => Models);

    public Task<IReadOnlyList<LoadedModel>> LoadedAsync(CancellationToken cancellationToken) => Up<IReadOnlyList<LoadedModel>>(() => Loaded);

    public IAsyncEnumerable<ChatChunk> ChatAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        _asked.Enqueue(request.Tag);
        if (IsDown)
            return Failing(ModelHostFailure.Unreachable, "");
        return _scripts.TryGetValue(request.Tag, out var script)
            ? script(request, cancellationToken)
            : Chunks([$"Hello, ", $"you asked: {request.Conversation[^1].Text}"]);
    }

    public Task<ModelCard> ShowAsync(string tag, CancellationToken cancellationToken) => Up(() =>
        new ModelCard("family", 1, "Q4_K_M", 8192, ["completion"], null, null, null, "\n  Apache License\n  Version 2.0", null));

    public IAsyncEnumerable<PullProgress> PullAsync(string tag, CancellationToken cancellationToken)
    {
        var pull = new ScriptedPull(tag);
        Pulls.Enqueue(pull);
        return pull.RunAsync(cancellationToken);
    }

    public Task DeleteAsync(string tag, CancellationToken cancellationToken) => Up(() => Models.RemoveAll(model => model.Tag == tag) > 0
        ? tag
        : throw new ModelHostException(ModelHostFailure.ModelMissing, "scripted: no such model"));

    public Task<Embeddings> EmbedAsync(string tag, IReadOnlyList<string> inputs, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private async Task<T> Up<T>(Func<T> answer)
    {
        await Task.Yield();
        return IsDown ? throw new ModelHostException(ModelHostFailure.Unreachable, "scripted: no connection") : answer();
    }

    private static async IAsyncEnumerable<ChatChunk> Chunks(string[] pieces)
    {
        foreach (var piece in pieces)
        {
            await Task.Yield();
            yield return new ChatChunk(piece, "", null);
        }

        yield return new ChatChunk("", "", Totals(pieces.Length));
    }

    private static async IAsyncEnumerable<ChatChunk> Held(
        TaskCompletionSource gate, string text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await gate.Task.WaitAsync(cancellationToken);
        yield return new ChatChunk(text, "", null);
        yield return new ChatChunk("", "", Totals(1));
    }

    private static async IAsyncEnumerable<ChatChunk> Failing(ModelHostFailure failure, string before)
    {
        await Task.Yield();
        if (before.Length > 0)
            yield return new ChatChunk(before, "", null);
        throw new ModelHostException(failure, $"scripted: {failure}");
    }

    private static ChatTotals Totals(int tokens) => new(
        "stop", TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(100), 10, TimeSpan.FromMilliseconds(50), tokens, TimeSpan.FromMilliseconds(500));
}
