using System.Text;
using Arena.Core.Inference;
using Expectation = System.Func<Arena.Core.Inference.OllamaClient, System.Threading.CancellationToken, System.Threading.Tasks.Task>;

namespace Arena.Core.Tests.Inference;

/// <summary>Replays what a running Ollama answered through the client.</summary>
public sealed class RecordedExchangeTests
{
    private const string NoData = "ARENA_TEST_DATA is not set: the recorded exchanges with Ollama are not at hand.";

    /// <summary>Every recorded answer that the client can meet, and what it must make of it.</summary>
    private static readonly Dictionary<string, Expectation> Table = new()
    {
        ["01-version"] = async (client, ct) => Assert.Equal("0.33.0-rc2", await client.VersionAsync(ct)),
        ["02-tags"] = async (client, ct) =>
        {
            var models = await client.ListAsync(ct);
            Assert.Equal(["tiny-c:latest", "tiny-sys:latest", "tiny-a:latest", "tiny-b:latest"], models.Select(model => model.Tag));
            Assert.Equal(new HostedModel(
                "tiny-c:latest",
                "168b486f90d828946df3f33e6f2650430fa3f3e8352affc4fb6b827c2795b34d",
                662675064,
                new DateTimeOffset(2026, 11, 22, 5, 10, 7, TimeSpan.Zero).AddTicks(7513242),
                "llama",
                0.331,
                "F16",
                4096,
                models[0].Capabilities), models[0]);
            Assert.Equal(["completion"], models[0].Capabilities);
            Assert.True(models[0].CanChat);
            Assert.Null(models[1].Quantization);
            Assert.Equal(0.000335, models[1].ParametersBillions);
        },
        ["03-ps-one"] = async (client, ct) => Assert.Equal(
            new LoadedModel(
                "tiny-a:latest",
                "9a927528d81fa6ef8205bcf8974b76118318d1cd8fd041000127d38bf18ad0b5",
                5693766,
                0,
                2048,
                new DateTimeOffset(2026, 11, 22, 5, 16, 32, TimeSpan.Zero).AddTicks(8432908)),
            Assert.Single(await client.LoadedAsync(ct))),
        ["03-ps-keepalive-neg"] = async (client, ct) => Assert.Equal(2319, Assert.Single(await client.LoadedAsync(ct)).ExpiresAt.Year),
        ["03-ps-empty"] = async (client, ct) => Assert.Empty(await client.LoadedAsync(ct)),
        ["03-ps-after-keepalive0"] = async (client, ct) => Assert.Empty(await client.LoadedAsync(ct)),
        ["04-chat-load-only"] = Chat("", "load", 0),
        ["05-show"] = Show("llama", 0.000335, 2048, ["completion"]),
        ["05-show-name-field"] = Show("llama", 0.000335, 2048, ["completion"]),
        ["05-show-verbose"] = Show("llama", 0.000335, 2048, ["completion"]),
        ["05-show-embed"] = Show("llama", 0.000335, 2048, ["embedding"]),
        ["05-show-think"] = Show("llama", 0.00116288, 4096, null),
        ["05-show-sys"] = async (client, ct) =>
        {
            var card = await client.ShowAsync("tiny-sys", ct);
            Assert.Equal("You are tiny.", card.System);
            Assert.Equal("none (random weights)", card.License);
            Assert.Contains("num_ctx", card.Parameters);
            Assert.Equal(7, card.ModifiedAt!.Value.Second);
        },
        ["05-show-empty"] = Fails(client => client.ShowAsync("", default), ModelHostFailure.BadRequest, "model is required"),
        ["05-show-missing"] = Fails(client => client.ShowAsync("nope", default), ModelHostFailure.ModelMissing, "model 'nope:latest' not found"),
        ["13-broken-gguf-show"] = Fails(client => client.ShowAsync("x", default), ModelHostFailure.ModelMissing, "not found"),
        ["13-show-with-missing-blob"] = Show("llama", 0.000335, null, null),
        ["06-chat-bad-image"] = ChatFails(ModelHostFailure.BadRequest, "illegal base64 data at input byte 0"),
        ["06-chat-bad-json"] = ChatFails(ModelHostFailure.BadRequest, "unexpected EOF"),
        ["06-chat-bad-model-name"] = ChatFails(ModelHostFailure.BadRequest, "invalid model name"),
        ["06-chat-bad-option-type"] = ChatFails(ModelHostFailure.ServerError, "option \"num_predict\" must be of type integer"),
        ["06-chat-bad-role"] = Chat(" piank olz anmip", "length", 3),
        ["06-chat-empty-body"] = ChatFails(ModelHostFailure.BadRequest, "missing request body"),
        ["06-chat-format-bad"] = ChatFails(
            ModelHostFailure.ServerError, "invalid format: \"\\\"yaml\\\"\"; expected \"json\" or a valid JSON Schema object"),
        ["06-chat-format-json"] = Chat(null, "length", 20),
        ["06-chat-format-schema"] = Chat("{\n \"ok\": false\n  }", "stop", 18),
        ["06-chat-image-unsupported"] = ChatFails(
            ModelHostFailure.BadRequest, "Multimodal data provided, but model does not support multimodal requests. (invalid_request_error)"),
        ["06-chat-infinite-num_predict"] = async (client, ct) =>
        {
            var (text, _, totals) = await ReadAsync(client, ct);
            Assert.StartsWith(" gra olz zorfe terg grano granof", text);
            Assert.Equal(("length", 1280, 23), (totals.DoneReason, totals.OutputTokens, totals.PromptTokens));
            Assert.Equal(TimeSpan.FromTicks(12054480), totals.Generating);
            Assert.Equal(1061.8, totals.TokensPerSecond, 1);
        },
        ["06-chat-keepalive-0"] = Chat(" gra fenolpi", "length", 2),
        ["06-chat-keepalive-bad"] = ChatFails(ModelHostFailure.BadRequest, "time: invalid duration \"abc\""),
        ["06-chat-keepalive-neg"] = Chat(" piank olz", "length", 2),
        ["06-chat-logprobs"] = Chat(" piank fenolpi", "length", 2),
        ["06-chat-missing-model"] = ChatFails(ModelHostFailure.ModelMissing, "model 'nope' not found"),
        ["06-chat-missing-model-nostream"] = ChatFails(ModelHostFailure.ModelMissing, "model 'nope:latest' not found"),
        ["06-chat-no-model"] = ChatFails(ModelHostFailure.BadRequest, "model is required"),
        ["06-chat-nostream"] = Chat(" lopibe taolb beshi lopibe beanh", "length", 5),
        ["06-chat-numctx-huge"] = Chat(" gra olz", "length", 2),
        ["06-chat-stop"] = Chat(null, "length", 200),
        ["06-chat-stream"] = async (client, ct) =>
        {
            var (text, thinking, totals) = await ReadAsync(client, ct);
            Assert.Equal(" lopibe taolb beshi lopibe beanh", text);
            Assert.Empty(thinking);
            Assert.Equal(new ChatTotals(
                "length",
                TimeSpan.FromTicks(88532),
                TimeSpan.FromTicks(11530),
                27,
                TimeSpan.FromTicks(12340),
                5,
                TimeSpan.FromTicks(12430)), totals);
        },
        ["06-chat-stream-again-same-seed"] = Chat(" lopibe taolb beshi lopibe beanh", "length", 5),
        ["06-chat-think-badlevel"] = ChatFails(
            ModelHostFailure.BadRequest, "invalid think value: \"extreme\" (must be \"high\", \"medium\", \"low\", \"max\", true, or false)"),
        ["06-chat-think-default"] = Chat("", "length", 3, "gratermi q ruv"),
        ["06-chat-think-false"] = Chat(" zorkazor pibe lod", "length", 3),
        ["06-chat-think-level"] = ChatFails(ModelHostFailure.BadRequest, "\"tiny-a\" does not support thinking"),
        ["06-chat-think-levels"] = Chat("", "length", 3, "lograpi bez rute"),
        ["06-chat-think-off"] = Chat(" tazorta delp zornob", "length", 3),
        ["06-chat-think-stream"] = Chat("", "length", 4, "quir olm shiter shisoqu"),
        ["06-chat-think-unsupported"] = ChatFails(ModelHostFailure.BadRequest, "\"tiny-a\" does not support thinking"),
        ["06-chat-too-long"] = Chat(" kagr tersoa shitergra", "length", 3, promptTokens: 1027),
        ["06-chat-too-long-history"] = Chat(" lograpi love hashiol", "length", 3, promptTokens: 1123),
        ["06-chat-too-long-truncate-false"] = ChatFails(
            ModelHostFailure.BadRequest,
            "request (33023 tokens) exceeds the available context size (2048 tokens), try increasing it (exceed_context_size_error)"),
        ["06-chat-tools-nocall"] = Chat(" migrate olmian sono", "length", 3, promptTokens: 144),
        ["06-chat-tools-unsupported"] = ChatFails(
            ModelHostFailure.BadRequest, "registry.ollama.ai/library/tiny-a:latest does not support tools"),
        ["06-chat-unknown-option"] = Chat(" piank olz", "length", 2),
        ["06-chat-unload"] = Chat("", "unload", 0),
        ["07-generate-missing"] = ChatFails(ModelHostFailure.ModelMissing, "model 'nope' not found"),
        ["07-generate-top-logprobs-99"] = ChatFails(ModelHostFailure.BadRequest, "top_logprobs must be between 0 and 20"),
        ["07-generate-top-logprobs-neg"] = ChatFails(ModelHostFailure.BadRequest, "top_logprobs must be between 0 and 20"),
        ["08-chat-with-embed-model"] = ChatFails(ModelHostFailure.BadRequest, "\"tiny-embed\" does not support chat"),
        ["08-embed-batch"] = Embeds(2, 64),
        ["08-embed-one"] = Embeds(1, 64),
        ["08-embed-dimensions"] = Embeds(1, 8),
        ["08-embed-toolong"] = Embeds(1, 64),
        ["08-embed-empty"] = Embeds(0, 0),
        ["08-embed-noinput"] = Embeds(0, 0),
        ["08-embed-missing"] = Fails(
            client => client.EmbedAsync("nope", ["x"], default), ModelHostFailure.ModelMissing, "model \"nope\" not found, try pulling it first"),
        ["08-embed-toolong-truncate-false"] = Fails(
            client => client.EmbedAsync("tiny-a", ["x"], default), ModelHostFailure.BadRequest, "the input length exceeds the context length"),
        ["09-pull-badname"] = PullFails(ModelHostFailure.BadRequest, "invalid model name"),
        ["09-pull-empty"] = PullFails(ModelHostFailure.BadRequest, "invalid model name"),
        ["09-pull-http-not-insecure"] = PullFails(ModelHostFailure.PullFailed, "connection refused", "pulling manifest"),
        ["09-pull-insecure-refused"] = PullFails(ModelHostFailure.PullFailed, "connection refused", "pulling manifest"),
        ["09-pull-offline"] = PullFails(ModelHostFailure.PullFailed, "no such host", "pulling manifest"),
        ["09-pull-offline-nostream"] = PullFails(ModelHostFailure.ServerError, "no such host"),
        ["14-pull-insecure-false"] = PullFails(ModelHostFailure.PullFailed, "server gave HTTP response to HTTPS client", "pulling manifest"),
        ["14-pull-missing-in-registry"] = PullFails(
            ModelHostFailure.ModelMissing, "pull model manifest: file does not exist", "pulling manifest"),
        ["14-pull-missing-in-registry-nostream"] = PullFails(ModelHostFailure.ServerError, "pull model manifest: file does not exist"),
        ["14-pull-resume"] = PullFails(ModelHostFailure.PullFailed, "http: no Location header in response", "pulling manifest"),
        ["14-pull-registry-dies"] = PullFails(ModelHostFailure.PullFailed, "max retries exceeded", "pulling manifest", "pulling 6e35cfb92e5c"),
        ["14-pull-progress"] = async (client, ct) =>
        {
            var lines = await client.PullAsync("tiny-c", ct).ToListAsync(ct);
            Assert.Equal(new PullProgress("pulling manifest", null, null, null), lines[0]);
            Assert.Equal(
                new PullProgress(
                    "pulling 6e35cfb92e5c",
                    "sha256:6e35cfb92e5cf3c49da7dae3d1c9cca4884d0bf5354074d023393cee3ee351c3",
                    662674752,
                    16777216),
                lines[1]);
            Assert.Equal(["verifying sha256 digest", "writing manifest", "success"], lines[^3..].Select(line => line.Status));
            Assert.Equal(644126644, lines.Last(line => line.TotalBytes == 662674752).CompletedBytes);
            Assert.True(lines[^1].IsSuccess);
        },
        ["14-pull-resume-after-client-drop"] = async (client, ct) =>
        {
            var lines = await client.PullAsync("tiny-c", ct).ToListAsync(ct);
            Assert.Equal(346264320, lines[1].CompletedBytes);
            Assert.True(lines[^1].IsSuccess);
        },
        ["14-pull-already-present"] = async (client, ct) => Assert.All(
            (await client.PullAsync("tiny-c", ct).ToListAsync(ct)).Where(line => line.Digest is not null),
            line => Assert.Equal(line.TotalBytes, line.CompletedBytes)),
        ["14-pull-progress-nostream"] = async (client, ct) =>
            Assert.True(Assert.Single(await client.PullAsync("tiny-c", ct).ToListAsync(ct)).IsSuccess),
        ["10-delete"] = (client, ct) => client.DeleteAsync("tiny-copy", ct),
        ["13-delete-broken"] = (client, ct) => client.DeleteAsync("tiny-broken", ct),
        ["14-del"] = (client, ct) => client.DeleteAsync("x", ct),
        ["14-del-tiny-a"] = (client, ct) => client.DeleteAsync("x", ct),
        ["14-del-tiny-c"] = (client, ct) => client.DeleteAsync("x", ct),
        ["10-delete-missing"] = Fails(
            client => client.DeleteAsync("tiny-copy", default), ModelHostFailure.ModelMissing, "model 'tiny-copy' not found"),
        ["10-delete-empty"] = Fails(client => client.DeleteAsync("", default), ModelHostFailure.BadRequest, "model is required"),
        ["11-unknown-route"] = Fails(client => client.VersionAsync(default), ModelHostFailure.NotOllama, "404 page not found"),
        ["11-wrong-method"] = Fails(client => client.VersionAsync(default), ModelHostFailure.NotOllama, "405 method not allowed"),
        ["00-root"] = Fails(client => client.VersionAsync(default), ModelHostFailure.NotOllama, "Ollama is running"),
        ["12-openai-missing"] = ChatFails(ModelHostFailure.ModelMissing, "not found"),
        ["13-broken-gguf-chat"] = ChatFails(ModelHostFailure.ModelMissing, "model 'tiny-broken' not found"),
        ["13-load-failure-missing-blob"] = ChatFails(ModelHostFailure.ModelMissing, "not found, try pulling it first"),
        ["13-load-failure-10-byte-blob"] = ChatFails(ModelHostFailure.ServerError, "unexpected EOF"),
        ["13-load-failure-truncated-blob"] = ChatFails(
            ModelHostFailure.ServerError, "tensor \"token_embd.weight\" offset+size (1061984) exceeds file size (700000)"),
        ["13-load-failure-truncated-blob-nostream"] = ChatFails(ModelHostFailure.ServerError, "exceeds file size"),
        ["13-tags-with-missing-blob"] = async (client, ct) => Assert.Equal("tiny-d:latest", (await client.ListAsync(ct))[0].Tag),
        ["14-pull-name-shown-in-tags"] = async (client, ct) =>
            Assert.Equal("127.0.0.1:25001/library/tiny-c:latest", (await client.ListAsync(ct))[0].Tag),
    };

    /// <summary>Recorded, but nothing that the client ever asks for.</summary>
    private static readonly string[] NotAsked =
    [
        "00-head", "03-unload", "07-generate-load", "07-generate-logprobs", "07-generate-logprobs-stream", "07-generate-raw", "07-generate-stream",
        "07-generate-top-logprobs-only", "08-embeddings-legacy", "10-copy", "10-copy-missing", "11-create-from", "11-create-missing-from",
        "11-push-offline", "12-openai-chat", "12-openai-stream", "14-copy", "14-push-tiny-a", "14-push-tiny-c",
    ];

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_Ollama_answered_is_understood(string name)
    {
        Assert.SkipWhen(RecordedExchange.Folder is null, NoData);
        var exchange = RecordedExchange.Read(name);
        await using var host = new LoopbackHost((_, connection) => exchange.ReplayAsync(connection));
        using var client = new OllamaClient(host.Address, new InferenceOptions(), TimeProvider.System);

        await Table[name](client, TestContext.Current.CancellationToken);
        Assert.Single(host.Requests);
    }

    [Fact]
    public void Every_recorded_exchange_is_either_replayed_or_named_as_never_asked()
    {
        Assert.SkipWhen(RecordedExchange.Folder is null, NoData);
        var recorded = Directory.GetFiles(RecordedExchange.Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)!);

        Assert.Equal(recorded.Order(StringComparer.Ordinal), Table.Keys.Concat(NotAsked).Order(StringComparer.Ordinal));
    }

    private static Expectation Chat(string? text, string reason, int? tokens, string thinking = "", int? promptTokens = null) => async (client, ct) =>
    {
        var (said, thought, totals) = await ReadAsync(client, ct);
        Assert.Equal(text ?? said, said);
        Assert.Equal(thinking, thought);
        Assert.Equal(reason, totals.DoneReason);
        Assert.Equal(tokens ?? totals.OutputTokens, totals.OutputTokens);
        Assert.Equal(promptTokens ?? totals.PromptTokens, totals.PromptTokens);
    };

    private static Expectation ChatFails(ModelHostFailure failure, string text) => Fails(client => ReadAsync(client, default), failure, text);

    private static Expectation Fails(Func<OllamaClient, Task> ask, ModelHostFailure failure, string text) => async (client, ct) =>
    {
        var problem = await Assert.ThrowsAsync<ModelHostException>(() => ask(client)).WaitAsync(Patience.Bound, ct);
        Assert.Equal(failure, problem.Failure);
        Assert.Contains(text, problem.Message);
        Assert.Contains(client.Address.ToString(), problem.Message);
    };

    private static Expectation PullFails(ModelHostFailure failure, string text, params string[] statuses) => async (client, ct) =>
    {
        var seen = new List<string>();
        async Task PullAsync()
        {
            await foreach (var line in client.PullAsync("x", ct))
            {
                seen.Add(line.Status);
            }
        }

        var problem = await Assert.ThrowsAsync<ModelHostException>(PullAsync);
        Assert.Equal(failure, problem.Failure);
        Assert.Contains(text, problem.Message);
        Assert.Equal(statuses, seen.Distinct());
    };

    private static Expectation Show(string family, double billions, int? context, string[]? capabilities) => async (client, ct) =>
    {
        var card = await client.ShowAsync("x", ct);
        Assert.Equal(family, card.Family);
        Assert.Equal(billions, card.ParametersBillions!.Value, 4);
        Assert.Equal(context ?? card.ContextTokens, card.ContextTokens);
        Assert.NotEmpty(card.Template!);
        if (capabilities is not null)
            Assert.Equal(capabilities, card.Capabilities);
    };

    private static Expectation Embeds(int count, int dimensions) => async (client, ct) =>
    {
        var found = await client.EmbedAsync("tiny-embed", [.. Enumerable.Repeat("x", count)], ct);
        Assert.Equal(count, found.Vectors.Count);
        Assert.All(found.Vectors, vector =>
        {
            Assert.Equal(dimensions, vector.Length);
            Assert.Equal(1, vector.Sum(value => value * value), 3);
        });
    };

    private static async Task<(string Text, string Thinking, ChatTotals Totals)> ReadAsync(OllamaClient client, CancellationToken ct)
    {
        var text = new StringBuilder();
        var thinking = new StringBuilder();
        ChatTotals? totals = null;
        await foreach (var chunk in client.ChatAsync(new ChatRequest("tiny-a", [ChatTurn.User("hello")]), ct))
        {
            Assert.Null(totals);
            text.Append(chunk.Text);
            thinking.Append(chunk.Thinking);
            totals = chunk.Totals;
        }

        return (text.ToString(), thinking.ToString(), totals!);
    }
}
