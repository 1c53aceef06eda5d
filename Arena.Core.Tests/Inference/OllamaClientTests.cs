using System.Text;
using System.Text.Json;
using Arena.Core.Inference;

namespace Arena.Core.Tests.Inference;

public sealed class OllamaClientTests
{
    private const string Hello = """{"model":"m","created_at":"2026-11-22T05:11:32.8Z","message":{"role":"assistant","content":"hello"},"done":false}""";
    private const string World = """{"model":"m","created_at":"2026-11-22T05:11:32.9Z","message":{"role":"assistant","content":" world"},"done":false}""";
    private const string Done = """{"model":"m","message":{"role":"assistant","content":""},"done":true,"done_reason":"stop","total_duration":3000000000,"load_duration":1000000000,"prompt_eval_count":7,"prompt_eval_duration":500000000,"eval_count":2,"eval_duration":1000000000}""";

    private static readonly InferenceOptions Options = new();
    private static readonly ChatRequest Question = new("m", [ChatTurn.User("hi")]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_comes_in_pieces_and_ends_with_its_measurements()
    {
        await using var host = Streaming(Hello, World, Done);
        using var client = Client(host);

        var chunks = await client.ChatAsync(Question, Token).ToListAsync(Token);

        Assert.Equal(["hello", " world", ""], chunks.Select(chunk => chunk.Text));
        Assert.Equal([false, false, true], chunks.Select(chunk => chunk.Totals is not null));
        Assert.Equal(
            new ChatTotals("stop", TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1), 7, TimeSpan.FromSeconds(0.5), 2, TimeSpan.FromSeconds(1)),
            chunks[^1].Totals);
        Assert.Equal(2, chunks[^1].Totals!.TokensPerSecond);
    }

    [Fact]
    public async Task The_bounds_on_tokens_and_context_and_no_thinking_are_said_in_every_call()
    {
        await using var host = Streaming(Done);
        using var client = Client(host, new InferenceOptions { OutputTokens = 77, ContextTokens = 2048 });

        await client.ChatAsync(Question, Token).ToListAsync(Token);
        await client.ChatAsync(Question with { Think = true, OutputTokens = 5, Sampling = new SamplingOptions(0.5, 42, 0.9, 40, 0.05, 1.1) }, Token).ToListAsync(Token);

        var plain = JsonDocument.Parse(host.Requests[0].Body).RootElement;
        Assert.Equal("POST /api/chat", $"{host.Requests[0].Method} {host.Requests[0].Path}");
        Assert.False(plain.GetProperty("think").GetBoolean());
        Assert.True(plain.GetProperty("stream").GetBoolean());
        Assert.Equal("""{"num_predict":77,"num_ctx":2048}""", plain.GetProperty("options").GetRawText());
        Assert.Equal("""[{"role":"user","content":"hi"}]""", plain.GetProperty("messages").GetRawText());
        var asked = JsonDocument.Parse(host.Requests[1].Body).RootElement;
        Assert.True(asked.GetProperty("think").GetBoolean());
        Assert.Equal("""{"num_predict":5,"num_ctx":2048,"temperature":0.5,"seed":42,"top_p":0.9,"top_k":40,"min_p":0.05,"repeat_penalty":1.1}""", asked.GetProperty("options").GetRawText());
    }

    [Fact]
    public async Task A_conversation_keeps_its_roles_and_images()
    {
        await using var host = Streaming(Done);
        using var client = Client(host);
        ChatTurn[] turns = [new(ChatRole.System, "be kind"), new(ChatRole.User, "what is this?", [new byte[] { 1, 2, 3 }]), new(ChatRole.Assistant, "a dot")];

        await client.ChatAsync(new ChatRequest("m", turns), Token).ToListAsync(Token);

        Assert.Equal(
            """[{"role":"system","content":"be kind"},{"role":"user","content":"what is this?","images":["AQID"]},{"role":"assistant","content":"a dot"}]""",
            JsonDocument.Parse(host.Requests[0].Body).RootElement.GetProperty("messages").GetRawText());
    }

    [Theory]
    [InlineData("", "/api/version")]
    [InlineData("/", "/api/version")]
    [InlineData("/ollama", "/ollama/api/version")]
    [InlineData("/a/b/", "/a/b/api/version")]
    public async Task An_address_may_have_a_path(string path, string asked)
    {
        await using var host = new LoopbackHost((_, connection) => connection.JsonAsync("""{"version":"1"}"""));
        using var client = new OllamaClient(new Uri(host.Address.ToString().TrimEnd('/') + path), Options, TimeProvider.System);

        Assert.Equal("1", await client.VersionAsync(Token));
        Assert.Equal(asked, host.Requests[0].Path);
    }

    [Fact]
    public async Task A_password_in_the_address_is_sent_and_never_shown()
    {
        await using var host = new LoopbackHost((_, connection) => connection.JsonAsync("{}", 500));
        var address = new UriBuilder(host.Address) { UserName = "op", Password = "secret" }.Uri;
        using var client = new OllamaClient(address, Options, TimeProvider.System);

        var problem = await Assert.ThrowsAsync<ModelHostException>(() => client.VersionAsync(Token));

        Assert.Equal("Basic " + Convert.ToBase64String("op:secret"u8.ToArray()), host.Requests[0].Headers["Authorization"]);
        Assert.DoesNotContain("secret", problem.ToString());
    }

    [Theory]
    [InlineData(400, """{"error":"invalid model name"}""", ModelHostFailure.BadRequest, "invalid model name")]
    [InlineData(401, """{"error":"unauthorized"}""", ModelHostFailure.Refused, "unauthorized")]
    [InlineData(404, """{"error":"model 'nope' not found"}""", ModelHostFailure.ModelMissing, "model 'nope' not found")]
    [InlineData(404, """{"error":"model \"nope\" not found, try pulling it first"}""", ModelHostFailure.ModelMissing, "model \"nope\" not found")]
    [InlineData(429, """{"error":"slow down"}""", ModelHostFailure.Busy, "slow down")]
    [InlineData(500, """{"error":"tensor \"x\" offset+size exceeds file size"}""", ModelHostFailure.ServerError, "exceeds file size")]
    [InlineData(501, """{"error":"This server does not support embeddings."}""", ModelHostFailure.Unsupported, "does not support embeddings")]
    [InlineData(503, """{"error":"server busy, please try again.  maximum pending requests exceeded"}""", ModelHostFailure.Busy, "maximum pending requests")]
    [InlineData(503, "<html>down for maintenance</html>", ModelHostFailure.Unreachable, "down for maintenance")]
    [InlineData(502, "<html>Bad Gateway nginx</html>", ModelHostFailure.Unreachable, "nginx")]
    [InlineData(404, "<html>no such page</html>", ModelHostFailure.NotOllama, "no such page")]
    [InlineData(404, "404 page not found", ModelHostFailure.NotOllama, "404 page not found")]
    [InlineData(301, "moved", ModelHostFailure.NotOllama, "301")]
    [InlineData(400, """{"error":"{\"error\":{\"code\":400,\"message\":\"too long\",\"type\":\"exceed\"}}"}""", ModelHostFailure.BadRequest, "too long (exceed)")]
    [InlineData(400, """{"error":{"message":"as OpenAI writes it","type":"x"}}""", ModelHostFailure.BadRequest, "as OpenAI writes it (x)")]
    [InlineData(400, """{"error":"{not json"}""", ModelHostFailure.BadRequest, "{not json")]
    public async Task Each_refusal_is_told_apart_and_keeps_the_hosts_words(int status, string body, ModelHostFailure failure, string words)
    {
        await using var host = new LoopbackHost((_, connection) => connection.JsonAsync(body, status));
        using var client = Client(host);

        var problem = await ChatFailsAsync(client);

        Assert.Equal(failure, problem.Failure);
        Assert.Contains(words, problem.Message);
        Assert.Contains($"POST {host.Address}api/chat", problem.Message);
        Assert.Equal(status, (int)problem.Status!);
    }

    [Fact]
    public async Task The_host_name_check_with_its_empty_body_comes_with_advice()
    {
        await using var host = new LoopbackHost((_, connection) => connection.AnswerAsync(403, "text/plain", ""));
        using var client = Client(host);

        var problem = await ChatFailsAsync(client);

        Assert.Equal(ModelHostFailure.Refused, problem.Failure);
        Assert.Contains("OLLAMA_HOST=0.0.0.0", problem.Message);
        Assert.Contains("'127.0.0.1'", problem.Message);
    }

    [Fact]
    public async Task Html_with_status_200_is_not_Ollama()
    {
        await using var host = new LoopbackHost((_, connection) => connection.AnswerAsync(200, "text/html", "<html>\n<body>It works!</body></html>"));
        using var client = Client(host);

        Assert.Equal(ModelHostFailure.NotOllama, (await ChatFailsAsync(client)).Failure);
        Assert.Equal(ModelHostFailure.NotOllama, (await Assert.ThrowsAsync<ModelHostException>(() => client.VersionAsync(Token))).Failure);
        Assert.Equal(ModelHostFailure.NotOllama, (await Assert.ThrowsAsync<ModelHostException>(() => client.ListAsync(Token))).Failure);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"hello":"world"}""")]
    [InlineData("\"text\"")]
    public async Task Json_of_another_program_is_not_Ollama(string body)
    {
        await using var host = new LoopbackHost((_, connection) => connection.JsonAsync(body + "\n"));
        using var client = Client(host);

        Assert.Equal(ModelHostFailure.NotOllama, (await ChatFailsAsync(client)).Failure);
        Assert.Equal(ModelHostFailure.NotOllama, (await Assert.ThrowsAsync<ModelHostException>(() => client.VersionAsync(Token))).Failure);
        Assert.Equal(ModelHostFailure.NotOllama, (await Assert.ThrowsAsync<ModelHostException>(() => client.LoadedAsync(Token))).Failure);
        Assert.Equal(ModelHostFailure.NotOllama, (await Assert.ThrowsAsync<ModelHostException>(() => client.ShowAsync("m", Token))).Failure);
    }

    [Fact]
    public async Task A_port_that_speaks_something_else_is_not_Ollama()
    {
        await using var host = new LoopbackHost(async (_, connection) =>
        {
            await connection.SendAsync("SSH-2.0-OpenSSH_9.2p1\r\n\r\n");
            connection.Close();
        });
        using var client = Client(host);

        Assert.Equal(ModelHostFailure.NotOllama, (await ChatFailsAsync(client)).Failure);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_unreachable()
    {
        Uri address;
        await using (var host = new LoopbackHost((_, _) => Task.CompletedTask))
        {
            address = host.Address;
        }

        using var client = new OllamaClient(address, Options, TimeProvider.System);

        var problem = await ChatFailsAsync(client);

        Assert.Equal(ModelHostFailure.Unreachable, problem.Failure);
        Assert.Contains(address.ToString(), problem.Message);
    }

    [Fact]
    public async Task A_name_that_nobody_knows_is_unreachable()
    {
        using var client = new OllamaClient(new Uri("http://no-such-host.invalid:11434"), Options, TimeProvider.System);

        Assert.Equal(ModelHostFailure.Unreachable, (await ChatFailsAsync(client)).Failure);
    }

    [Fact]
    public async Task An_error_inside_the_stream_is_the_models_failure_although_the_status_was_200()
    {
        await using var host = Streaming(Hello, """{"error":"an error was encountered while running the model: unexpected EOF"}""");
        using var client = Client(host);

        var (text, problem) = await ReadUntilFailureAsync(client);

        Assert.Equal("hello", text);
        Assert.Equal(ModelHostFailure.ModelFailed, problem.Failure);
        Assert.Equal("an error was encountered while running the model: unexpected EOF", problem.HostText);
    }

    [Fact]
    public async Task A_stream_that_ends_without_done_is_cut()
    {
        await using var host = Streaming(Hello, World);
        using var client = Client(host);

        var (text, problem) = await ReadUntilFailureAsync(client);

        Assert.Equal("hello world", text);
        Assert.Equal(ModelHostFailure.StreamCut, problem.Failure);
    }

    [Fact]
    public async Task A_stream_that_ends_inside_a_line_is_cut()
    {
        await using var host = new LoopbackHost(async (_, connection) =>
        {
            await connection.BeginStreamAsync();
            await connection.ChunkAsync(Hello + "\n" + World[..40]);
            await connection.EndStreamAsync();
        });
        using var client = Client(host);

        var (text, problem) = await ReadUntilFailureAsync(client);

        Assert.Equal("hello", text);
        Assert.Equal(ModelHostFailure.StreamCut, problem.Failure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_dies_in_the_middle_is_lost(bool byReset)
    {
        var read = new TaskCompletionSource();
        await using var host = new LoopbackHost(async (_, connection) =>
        {
            await connection.BeginStreamAsync();
            await connection.ChunkAsync(Hello + "\n");
            await read.Task; // what was sent must have been read before a reset, which throws it away
            if (byReset)
                connection.Reset();
            else
                connection.Close();
        });
        using var client = Client(host);

        var (text, problem) = await ReadUntilFailureAsync(client, _ => read.TrySetResult());

        Assert.Equal("hello", text);
        Assert.Equal(ModelHostFailure.ConnectionLost, problem.Failure);
    }

    [Fact]
    public async Task A_connection_that_dies_before_the_headers_is_lost()
    {
        await using var host = new LoopbackHost((_, connection) =>
        {
            connection.Close();
            return Task.CompletedTask;
        });
        using var client = Client(host);

        Assert.Equal(ModelHostFailure.ConnectionLost, (await ChatFailsAsync(client)).Failure);
    }

    [Fact]
    public async Task Garbage_in_the_stream_is_not_Ollama()
    {
        await using var host = Streaming(Hello, "this is no JSON", World, Done);
        using var client = Client(host);

        var (_, problem) = await ReadUntilFailureAsync(client);

        Assert.Equal(ModelHostFailure.NotOllama, problem.Failure);
        Assert.Contains("this is no JSON", problem.Message);
    }

    [Fact]
    public async Task Lines_may_be_torn_anywhere_even_inside_a_character()
    {
        const string Smile = """{"message":{"role":"assistant","content":"grüße 🙂"},"done":false}""";
        await using var host = new LoopbackHost(async (_, connection) =>
        {
            await connection.BeginStreamAsync();
            foreach (var single in Encoding.UTF8.GetBytes($"{Smile}\r\n\n{Done}\n"))
                await connection.ChunkAsync([single]);

            await connection.EndStreamAsync();
        });
        using var client = Client(host);

        var chunks = await client.ChatAsync(Question, Token).ToListAsync(Token);

        Assert.Equal("grüße 🙂", chunks[0].Text);
        Assert.Equal(2, chunks.Count);
    }

    [Fact]
    public async Task A_line_far_longer_than_any_buffer_is_read_whole()
    {
        var text = new string('x', 1_000_000);
        await using var host = Streaming(Hello.Replace("hello", text), Done);
        using var client = Client(host);

        Assert.Equal(text, (await client.ChatAsync(Question, Token).ToListAsync(Token))[0].Text);
    }

    [Fact]
    public async Task A_line_without_end_is_given_up()
    {
        await using var host = new LoopbackHost(async (_, connection) =>
        {
            await connection.BeginStreamAsync();
            var megabyte = new byte[1024 * 1024];
            Array.Fill(megabyte, (byte)'x');
            for (var i = 0; i < 64; i++)
                await connection.ChunkAsync(megabyte);
        });
        using var client = Client(host);

        Assert.Equal(ModelHostFailure.NotOllama, (await ChatFailsAsync(client)).Failure);
    }

    [Fact]
    public async Task Silence_before_the_headers_has_its_own_bound_and_ends_the_request()
    {
        var time = new ManualTime();
        var gone = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        await using var host = Hanging(gone, asked: asked);
        using var client = new OllamaClient(host.Address, Options, time);

        var failing = ChatFailsAsync(client);
        await asked.Task.WaitAsync(Patience.Bound, Token);
        await time.SomebodyWaitsAsync(Options.FirstToken);
        time.Advance(Options.FirstToken);

        var problem = await failing;
        Assert.Equal(ModelHostFailure.Silent, problem.Failure);
        Assert.Contains("nothing came within 300 s", problem.Message);
        await gone.Task.WaitAsync(Patience.Bound, Token);
    }

    [Fact]
    public async Task Silence_between_tokens_has_its_own_bound_and_ends_the_request()
    {
        var time = new ManualTime();
        var gone = new TaskCompletionSource();
        await using var host = Hanging(gone, Hello);
        using var client = new OllamaClient(host.Address, Options, time);

        var failing = ReadUntilFailureAsync(client);
        await time.SomebodyWaitsAsync(Options.Silence);
        time.Advance(Options.Silence);

        var (text, problem) = await failing;
        Assert.Equal("hello", text);
        Assert.Equal(ModelHostFailure.Stalled, problem.Failure);
        await gone.Task.WaitAsync(Patience.Bound, Token);
    }

    [Fact]
    public async Task An_answer_that_never_ends_meets_the_bound_on_the_whole()
    {
        var time = new ManualTime();
        var gone = new TaskCompletionSource();
        var more = new SemaphoreSlim(1);
        await using var host = new LoopbackHost(async (_, connection) =>
        {
            await connection.BeginStreamAsync();
            var leaving = connection.ClientIsGoneAsync(CancellationToken.None);
            while (!leaving.IsCompleted)
            {
                await Task.WhenAny(leaving, more.WaitAsync());
                if (!leaving.IsCompleted)
                    await connection.ChunkAsync(Hello + "\n");
            }

            gone.SetResult();
        });
        var options = Options with { Total = TimeSpan.FromSeconds(615) }; // no multiple of the steps below, so that the two bounds never coincide
        using var client = new OllamaClient(host.Address, options, time);
        var chunks = 0;

        var failing = ReadUntilFailureAsync(client, _ => Interlocked.Increment(ref chunks));
        var step = Options.Silence / 2;
        for (var passed = TimeSpan.Zero; passed < options.Total; passed += step)
        {
            await time.SomebodyWaitsAsync(Options.Silence);
            time.Advance(step);
            more.Release();
        }

        var (_, problem) = await failing;
        Assert.Equal(ModelHostFailure.TookTooLong, problem.Failure);
        Assert.True(chunks >= 19, $"{chunks} chunks");
        await gone.Task.WaitAsync(Patience.Bound, Token);
    }

    [Fact]
    public async Task A_connection_that_nobody_accepts_has_its_own_bound()
    {
        var time = new ManualTime();
        using var client = new OllamaClient(new Uri("http://127.0.0.1:11434"), Options, time, async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            throw new InvalidOperationException();
        });

        var failing = ChatFailsAsync(client);
        await time.SomebodyWaitsAsync(Options.Connect);
        time.Advance(Options.Connect);

        var problem = await failing;
        Assert.Equal(ModelHostFailure.Unreachable, problem.Failure);
        Assert.Contains("within 5 s", problem.Message);
    }

    [Fact]
    public async Task A_question_about_the_node_has_its_own_bound()
    {
        var time = new ManualTime();
        var gone = new TaskCompletionSource();
        await using var host = Hanging(gone);
        using var client = new OllamaClient(host.Address, Options, time);

        var failing = Assert.ThrowsAsync<ModelHostException>(() => client.VersionAsync(Token));
        await time.SomebodyWaitsAsync(Options.Reply);
        time.Advance(Options.Reply);

        Assert.Equal(ModelHostFailure.Silent, (await failing).Failure);
    }

    [Fact]
    public async Task A_pull_may_be_silent_for_longer_but_not_for_ever()
    {
        var time = new ManualTime();
        var gone = new TaskCompletionSource();
        await using var host = Hanging(gone, """{"status":"verifying sha256 digest"}""");
        using var client = new OllamaClient(host.Address, Options, time);

        var begun = new TaskCompletionSource();
        var failing = Assert.ThrowsAsync<ModelHostException>(async () =>
        {
            await foreach (var _ in client.PullAsync("m", Token))
            {
                begun.SetResult();
            }
        });
        await begun.Task.WaitAsync(Patience.Bound, Token);
        await time.SomebodyWaitsAsync(Options.PullSilence);
        time.Advance(Options.PullSilence);

        Assert.Equal(ModelHostFailure.Stalled, (await failing).Failure);
        await gone.Task.WaitAsync(Patience.Bound, Token);
    }

    [Fact]
    public async Task A_reader_who_takes_his_time_is_no_silence()
    {
        var time = new ManualTime();
        await using var host = Streaming(Hello, World, Done);
        using var client = new OllamaClient(host.Address, Options, time);
        var text = "";

        await foreach (var chunk in client.ChatAsync(Question, Token))
        {
            text += chunk.Text;
            time.Advance(Options.Silence * 2);
        }

        Assert.Equal("hello world", text);
    }

    [Fact]
    public async Task Cancelling_before_the_first_token_throws_and_closes_the_connection()
    {
        using var cancel = new CancellationTokenSource();
        var gone = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        await using var host = Hanging(gone, asked: asked);
        using var client = Client(host);

        var reading = client.ChatAsync(Question, cancel.Token).ToListAsync(CancellationToken.None).AsTask();
        await asked.Task.WaitAsync(Patience.Bound, Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await gone.Task.WaitAsync(Patience.Bound, Token);
    }

    [Fact]
    public async Task Cancelling_in_the_middle_throws_and_closes_the_connection()
    {
        using var cancel = new CancellationTokenSource();
        var gone = new TaskCompletionSource();
        await using var host = Hanging(gone, Hello);
        using var client = Client(host);
        var text = "";

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var chunk in client.ChatAsync(Question, cancel.Token))
            {
                text += chunk.Text;
                await cancel.CancelAsync();
            }
        });

        Assert.Equal("hello", text);
        await gone.Task.WaitAsync(Patience.Bound, Token);
    }

    [Fact]
    public async Task Losing_interest_in_the_middle_closes_the_connection()
    {
        var gone = new TaskCompletionSource();
        await using var host = Hanging(gone, Hello);
        using var client = Client(host);

        await foreach (var _ in client.ChatAsync(Question, Token))
        {
            break;
        }

        await gone.Task.WaitAsync(Patience.Bound, Token);
    }

    [Fact]
    public async Task Deleting_sends_the_tag()
    {
        await using var host = new LoopbackHost((_, connection) => connection.AnswerAsync(200, "text/plain", ""));
        using var client = Client(host);

        await client.DeleteAsync("m:1b", Token);

        Assert.Equal("DELETE /api/delete", $"{host.Requests[0].Method} {host.Requests[0].Path}");
        Assert.Equal("""{"model":"m:1b"}""", host.Requests[0].Body);
    }

    private static OllamaClient Client(LoopbackHost host, InferenceOptions? options = null) => new(host.Address, options ?? Options, TimeProvider.System);

    private static LoopbackHost Streaming(params string[] lines) => new(async (_, connection) =>
    {
        await connection.BeginStreamAsync();
        foreach (var line in lines)
            await connection.ChunkAsync(line + "\n");

        await connection.EndStreamAsync();
    });

    /// <summary>Sends these lines, then nothing; tells when the client has left.</summary>
    private static LoopbackHost Hanging(TaskCompletionSource gone, string? line = null, TaskCompletionSource? asked = null) => new(async (_, connection) =>
    {
        asked?.SetResult();
        if (line is not null)
        {
            await connection.BeginStreamAsync();
            await connection.ChunkAsync(line + "\n");
        }

        await connection.ClientIsGoneAsync(CancellationToken.None);
        gone.SetResult();
    });

    private static async Task<ModelHostException> ChatFailsAsync(OllamaClient client) => (await ReadUntilFailureAsync(client)).Problem;

    private static async Task<(string Text, ModelHostException Problem)> ReadUntilFailureAsync(OllamaClient client, Action<ChatChunk>? onChunk = null)
    {
        var text = new StringBuilder();
        var problem = await Assert.ThrowsAsync<ModelHostException>(async () =>
        {
            await foreach (var chunk in client.ChatAsync(Question, Token))
            {
                text.Append(chunk.Text);
                onChunk?.Invoke(chunk);
            }
        }).WaitAsync(Patience.Bound, Token);
        return (text.ToString(), problem);
    }
}
