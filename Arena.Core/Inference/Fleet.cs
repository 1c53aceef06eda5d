using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Inference;

/// <summary>All nodes. Asks the first one that can answer; a node that fails before it said anything is followed by the next.</summary>
public sealed partial class Fleet(IReadOnlyList<FleetNode> nodes, TimeProvider time, ILogger<Fleet> logger)
{
    public IReadOnlyList<FleetNode> Nodes { get; } = nodes.Count > 0 ? nodes : throw new ArgumentException("A fleet has at least one node.", nameof(nodes));

    /// <summary>The fleet of Ollamas that the options name.</summary>
    public static Fleet Of(InferenceOptions options, TimeProvider time, ILogger<Fleet> logger) =>
        new([.. options.Nodes.Select(address => new FleetNode(WithoutPassword(address), new OllamaClient(address, options, time)))], time, logger);

    /// <summary>Generates one answer.</summary>
    /// <param name="onText">Called with each piece the visible answer grows by, in order, never after this method has returned. Thinking is not among it.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled; the node has been told by closing the connection.</exception>
    public async Task<Generation> GenerateAsync(GenerationRequest request, Action<string> onText, CancellationToken cancellationToken)
    {
        Generation.Failed? failed = null;
        foreach (var node in Nodes)
        {
            var said = false;
            var generation = await GenerateAsync(node, request, Hear, cancellationToken);
            if (generation is not Generation.Failed failure)
                return generation;

            Log.Failed(logger, request.Tag, failure.Kind, failure.OperatorDetail);
            failed = MoreTelling(failed, failure);
            if (said || !IsWorthAnotherNode(failure.Kind))
                return failure;

            void Hear(string text)
            {
                said = true;
                onText(text);
            }
        }

        return failed!;
    }

    /// <summary>Asks every node at once how it is. Never throws for a node that is down.</summary>
    public async Task<FleetStatus> StatusAsync(CancellationToken cancellationToken) =>
        new(await Task.WhenAll(Nodes.Select(node => StatusAsync(node, cancellationToken))));

    /// <summary>The models of all nodes that answer, each tag once.</summary>
    /// <exception cref="ModelHostException">No node answers; the first one's failure.</exception>
    public async Task<IReadOnlyList<HostedModel>> ModelsAsync(CancellationToken cancellationToken)
    {
        var models = new Dictionary<string, HostedModel>(StringComparer.OrdinalIgnoreCase);
        ModelHostException? first = null;
        var answered = false;
        foreach (var node in Nodes)
        {
            try
            {
                foreach (var model in await node.Host.ListAsync(cancellationToken))
                    models.TryAdd(model.Tag, model);

                answered = true;
            }
            catch (ModelHostException problem)
            {
                Log.NotListed(logger, problem.Message);
                first ??= problem;
            }
        }

        return answered ? [.. models.Values] : throw first!;
    }

    /// <summary>Looks a tag up as somebody typed it. <c>name</c> finds <c>name:latest</c>.</summary>
    public async Task<ModelLookup> FindAsync(string tag, CancellationToken cancellationToken)
    {
        if (!ModelName.TryParse(tag, out var name, out var why))
            return new ModelLookup.Malformed(why);

        IReadOnlyList<HostedModel> models;
        try
        {
            models = await ModelsAsync(cancellationToken);
        }
        catch (ModelHostException problem)
        {
            return new ModelLookup.Unreachable(problem.Message);
        }

        return models.FirstOrDefault(model => ModelName.Same(model.Tag, name.Canonical)) is { } found
            ? new ModelLookup.Found(found)
            : new ModelLookup.Missing(ClosestName.Find(tag, models.Select(model => model.Tag)));
    }

    /// <summary>Fetches a model to one node: the first that can be reached. Dropping the enumeration stops the download there, and a later pull
    /// to the same node goes on where it stopped.</summary>
    /// <param name="preferred">The node that has a part of it already; it comes first while it can be reached.</param>
    /// <param name="onChosen">Called with the node's address before anything else.</param>
    /// <exception cref="ModelHostException">No node can be reached (the first one's failure), or the pull failed.</exception>
    public async IAsyncEnumerable<PullProgress> PullAsync(
        string tag, Uri? preferred, Action<Uri> onChosen, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var node = await FirstReachableAsync(Nodes.OrderByDescending(node => node.Address == preferred), cancellationToken);
        onChosen(node.Address);
        await foreach (var progress in node.Host.PullAsync(tag, cancellationToken))
            yield return progress;
    }

    /// <summary>A node's address is shown and logged; its password is for the client alone.</summary>
    private static Uri WithoutPassword(Uri address) =>
        address.UserInfo.Length == 0 ? address : new UriBuilder(address) { UserName = "", Password = "" }.Uri;

    private static async Task<FleetNode> FirstReachableAsync(IEnumerable<FleetNode> nodes, CancellationToken cancellationToken)
    {
        ModelHostException? first = null;
        foreach (var node in nodes)
        {
            try
            {
                await node.Host.VersionAsync(cancellationToken);
                return node;
            }
            catch (ModelHostException problem)
            {
                first ??= problem;
            }
        }

        throw first!;
    }

    private async Task<Generation> GenerateAsync(
        FleetNode node, GenerationRequest request, Action<string> onText, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var thinking = new StringBuilder();
        var inline = new InlineThinking();
        var asked = time.GetTimestamp();
        TimeSpan? firstToken = null;
        var chat = new ChatRequest(request.Tag, request.Conversation, request.Sampling, request.Think, request.OutputTokens);
        try
        {
            await foreach (var chunk in node.Host.ChatAsync(chat, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (chunk.Text.Length > 0 || chunk.Thinking.Length > 0)
                    firstToken ??= time.GetElapsedTime(asked);

                thinking.Append(chunk.Thinking);
                Hear(inline.Take(chunk.Text));
                if (chunk.Totals is { } totals)
                {
                    Hear(inline.Finish());
                    return Finish(node, request, text.ToString(), thinking.ToString(), firstToken ?? time.GetElapsedTime(asked), totals);
                }
            }
        }
        catch (ModelHostException problem)
        {
            return new Generation.Failed(KindOf(problem.Failure), problem.Message);
        }

        return new Generation.Failed(GenerationFailure.StreamCut, $"{node.Address} {request.Tag}: the answer ended without its closing chunk");

        void Hear((string Text, string Thinking) said)
        {
            thinking.Append(said.Thinking);
            if (said.Text.Length == 0)
                return;

            text.Append(said.Text);
            onText(said.Text);
        }
    }

    private static Generation Finish(
        FleetNode node, GenerationRequest request, string text, string thinking, TimeSpan firstToken, ChatTotals totals)
    {
        if (!HasVisibleCharacter(text))
        {
            return new Generation.Failed(
                GenerationFailure.EmptyAnswer,
                $"{node.Address} {request.Tag}: the answer is empty ({totals.OutputTokens} tokens, {thinking.Length} characters of thinking, done_reason {totals.DoneReason})");
        }

        return new Generation.Complete(new Answer(
            text,
            thinking,
            totals.PromptTokens,
            totals.OutputTokens,
            totals.Load,
            firstToken,
            totals.Generating,
            totals.TokensPerSecond,
            totals.DoneReason));
    }

    private static bool HasVisibleCharacter(string text) => text.EnumerateRunes().Any(rune =>
        !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.Format);

    private async Task<NodeStatus> StatusAsync(FleetNode node, CancellationToken cancellationToken)
    {
        try
        {
            var version = await node.Host.VersionAsync(cancellationToken);
            return new NodeStatus(node.Address, version, await node.Host.LoadedAsync(cancellationToken), null, null);
        }
        catch (ModelHostException problem)
        {
            return new NodeStatus(node.Address, null, [], problem.Failure, problem.Message);
        }
    }

    /// <summary>Of several nodes' failures the one from a node that knows the model says most.</summary>
    private static Generation.Failed MoreTelling(Generation.Failed? one, Generation.Failed other) =>
        one is null || (one.Kind is GenerationFailure.ModelMissing or GenerationFailure.Unreachable && other.Kind != GenerationFailure.ModelMissing)
            ? other
            : one;

    private static bool IsWorthAnotherNode(GenerationFailure kind) => kind is not (GenerationFailure.BadRequest or GenerationFailure.EmptyAnswer);

    private static GenerationFailure KindOf(ModelHostFailure failure) => failure switch
    {
        ModelHostFailure.Unreachable => GenerationFailure.Unreachable,
        ModelHostFailure.Refused => GenerationFailure.Refused,
        ModelHostFailure.Busy => GenerationFailure.Busy,
        ModelHostFailure.ModelMissing => GenerationFailure.ModelMissing,
        ModelHostFailure.BadRequest or ModelHostFailure.Unsupported => GenerationFailure.BadRequest,
        ModelHostFailure.ModelFailed => GenerationFailure.ModelFailed,
        ModelHostFailure.StreamCut or ModelHostFailure.ConnectionLost => GenerationFailure.StreamCut,
        ModelHostFailure.Silent => GenerationFailure.Silent,
        ModelHostFailure.Stalled => GenerationFailure.Stalled,
        ModelHostFailure.TookTooLong => GenerationFailure.TookTooLong,
        ModelHostFailure.NotOllama => GenerationFailure.NotOllama,
        _ => GenerationFailure.ServerError,
    };

    private static partial class Log
    {
        [LoggerMessage(8001, LogLevel.Warning, "No answer from {Tag}: {Kind}. {Detail}")]
        public static partial void Failed(ILogger logger, string tag, GenerationFailure kind, string detail);

        [LoggerMessage(8002, LogLevel.Warning, "A node did not list its models. {Detail}")]
        public static partial void NotListed(ILogger logger, string detail);
    }
}
