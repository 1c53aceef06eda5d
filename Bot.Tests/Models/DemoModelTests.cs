using System.Net;
using Arena.Core.Inference;

namespace Bot.Tests.Models;

public sealed class DemoModelTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task At_least_six_models_are_there_to_play_each_with_a_size()
    {
        await using var demo = await DemoServer.StartAsync();

        var models = await demo.Client.ListAsync(Token);

        Assert.True(models.Count >= 6);
        Assert.All(models, model =>
        {
            Assert.True(model.CanChat);
            Assert.Equal("demo", model.Family);
            Assert.True(model.ParametersBillions > 0.1);
            Assert.Matches(@"^[a-z]+:[\d.]+b$", model.Tag);
        });
        Assert.Contains(models, model => model.Tag == "owl:7b" && model.ParametersBillions == 7.6);
        Assert.DoesNotContain(models, model => model.Tag.StartsWith("fault", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_has_measurements_that_belong_together()
    {
        await using var demo = await DemoServer.StartAsync();
        await demo.ControlAsync(new { load_ms = 30 });

        var generation = await demo.FleetWith().GenerateAsync(GenerationRequest.For("owl:7b", "Why is the sky blue?"), _ => { }, Token);

        var answer = Assert.IsType<Generation.Complete>(generation).Answer;
        Assert.Equal("stop", answer.DoneReason);
        Assert.InRange(answer.OutputTokens, 20, 400);
        Assert.True(answer.PromptTokens > 5);
        Assert.True(answer.LoadTime > TimeSpan.Zero);
        Assert.Equal(answer.OutputTokens / answer.Generating.TotalSeconds, answer.TokensPerSecond, 3);
        Assert.Contains("catter", answer.Text);
    }

    [Fact]
    public async Task With_its_own_speed_an_answer_takes_as_long_as_it_says()
    {
        await using var demo = await DemoServer.StartAsync(isFast: false);

        var generation = await demo.FleetWith().GenerateAsync(GenerationRequest.For("fox:3b", "What is 6 * 7?"), _ => { }, Token);

        var answer = Assert.IsType<Generation.Complete>(generation).Answer;
        Assert.InRange(answer.TokensPerSecond, 5, 100); // 75, less on a machine that is busy
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_answer_and_no_seed_gives_others()
    {
        await using var demo = await DemoServer.StartAsync();

        Assert.Equal(await demo.SayAsync("hamster:0.5b", "tell me about cheese", 1), await demo.SayAsync("hamster:0.5b", "tell me about cheese", 1));
        Assert.NotEqual(await demo.SayAsync("hamster:0.5b", "tell me about cheese", 1), await demo.SayAsync("hamster:0.5b", "tell me about cheese", 2));
        var various = new HashSet<string>();
        for (var i = 0; i < 8; i++)
            various.Add(await demo.SayAsync("hamster:0.5b", "tell me about cheese"));

        Assert.True(various.Count > 1);
    }

    [Fact]
    public async Task The_large_ones_can_count_and_the_middling_one_can_not()
    {
        await using var demo = await DemoServer.StartAsync();
        const string Prompt = "What is 17 * 23 + 4?";

        Assert.Contains("395", await demo.SayAsync("elephant:14b", Prompt, 1));
        Assert.Contains("395", await demo.SayAsync("owl:7b", Prompt, 1));
        Assert.Contains("395", await demo.SayAsync("raven:8b", Prompt, 1));
        Assert.DoesNotContain("395", await demo.SayAsync("fox:3b", Prompt, 1));
        Assert.Contains(Prompt, await demo.SayAsync("parrot:1b", Prompt, 1));
    }

    [Fact]
    public async Task The_large_ones_write_code_in_a_box()
    {
        await using var demo = await DemoServer.StartAsync();

        Assert.Contains("```python\ndef is_palindrome", await demo.SayAsync("elephant:14b", "Write a function that finds palindromes.", 1));
        Assert.DoesNotContain("```", await demo.SayAsync("parrot:1b", "Write a function that finds palindromes.", 1));
    }

    [Fact]
    public async Task A_model_that_thinks_does_so_unless_told_not_to_and_others_refuse()
    {
        await using var demo = await DemoServer.StartAsync();
        var fleet = demo.FleetWith();
        var request = GenerationRequest.For("raven:8b", "Why does ice float?");

        Assert.Empty(Assert.IsType<Generation.Complete>(await fleet.GenerateAsync(request, _ => { }, Token)).Answer.Thinking);
        Assert.NotEmpty(Assert.IsType<Generation.Complete>(await fleet.GenerateAsync(request with { Think = true }, _ => { }, Token)).Answer.Thinking);
        var refused = Assert.IsType<Generation.Failed>(await fleet.GenerateAsync(request with { Tag = "owl:7b", Think = true }, _ => { }, Token));
        Assert.Equal(GenerationFailure.BadRequest, refused.Kind);
        Assert.Contains("\"owl:7b\" does not support thinking", refused.OperatorDetail);
    }

    [Fact]
    public async Task An_answer_is_cut_at_the_token_bound()
    {
        await using var demo = await DemoServer.StartAsync();

        var generation = await demo.FleetWith().GenerateAsync(GenerationRequest.For("owl:7b", "hello") with { OutputTokens = 4 }, _ => { }, Token);

        var answer = Assert.IsType<Generation.Complete>(generation).Answer;
        Assert.Equal("length", answer.DoneReason);
        Assert.Equal(4, answer.OutputTokens);
    }

    [Fact]
    public async Task What_was_used_is_loaded_and_the_fourth_model_pushes_the_first_out()
    {
        await using var demo = await DemoServer.StartAsync();
        Assert.Empty(await demo.Client.LoadedAsync(Token));

        foreach (var tag in new[] { "owl:7b", "fox:3b", "parrot:1b" })
            await demo.SayAsync(tag, "hello");

        var loaded = await demo.Client.LoadedAsync(Token);
        Assert.Equal(["parrot:1b", "fox:3b", "owl:7b"], loaded.Select(model => model.Tag));
        Assert.All(loaded, model => Assert.Equal(8192, model.ContextTokens));
        Assert.All(loaded, model => Assert.InRange(model.ExpiresAt - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5)));

        await demo.SayAsync("elephant:14b", "hello");
        Assert.Equal(["elephant:14b", "parrot:1b", "fox:3b"], (await demo.Client.LoadedAsync(Token)).Select(model => model.Tag));
    }

    [Fact]
    public async Task Cancelling_stops_the_generation()
    {
        await using var demo = await DemoServer.StartAsync();
        await demo.ControlAsync(new { tokens_per_second = 20 });
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => demo.FleetWith().GenerateAsync(GenerationRequest.For("fault-endless:1b", "go on"), _ => cancel.Cancel(), cancel.Token));

        await demo.RequestsAreAsync(requests =>
            requests.GetProperty("in_flight").GetInt32() == 0 && requests.GetProperty("aborted").GetInt32() == 1);
        await demo.ControlAsync(new { tokens_per_second = 1_000_000 });
        await demo.SayAsync("owl:7b", "and the next one is served at once");
    }

    [Fact]
    public async Task A_full_queue_is_busy()
    {
        await using var demo = await DemoServer.StartAsync();
        await demo.ControlAsync(new { max_queue = 0 });
        using var cancel = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var first = demo.FleetWith().GenerateAsync(GenerationRequest.For("fault-stalls:1b", "wait"), _ => started.TrySetResult(), cancel.Token);
        await started.Task.WaitAsync(Patience.Bound, Token);

        var second = await demo.FleetWith().GenerateAsync(GenerationRequest.For("fault-stalls:1b", "wait"), _ => { }, Token);

        Assert.Equal(GenerationFailure.Busy, Assert.IsType<Generation.Failed>(second).Kind);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task A_model_is_pulled_with_progress_played_and_deleted()
    {
        await using var demo = await DemoServer.StartAsync();

        var lines = await demo.Client.PullAsync("otter:4b", Token).ToListAsync(Token);

        Assert.Equal("pulling manifest", lines[0].Status);
        Assert.Equal(["verifying sha256 digest", "writing manifest", "success"], lines[^3..].Select(line => line.Status));
        Assert.True(lines.Count(line => line.TotalBytes > 1_000_000) > 5);
        Assert.Equal("otter:4b", (await demo.Client.ListAsync(Token))[0].Tag);
        Assert.NotEmpty(await demo.SayAsync("otter:4b", "hello"));
        Assert.Equal(4, (await demo.Client.ShowAsync("otter:4b", Token)).ParametersBillions);

        await demo.Client.DeleteAsync("otter:4b", Token);
        Assert.DoesNotContain(await demo.Client.ListAsync(Token), model => model.Tag == "otter:4b");
        var again = await Assert.ThrowsAsync<ModelHostException>(() => demo.Client.DeleteAsync("otter:4b", Token));
        Assert.Equal(ModelHostFailure.ModelMissing, again.Failure);
    }

    [Fact]
    public async Task A_pull_that_was_dropped_goes_on_where_it_stopped()
    {
        await using var demo = await DemoServer.StartAsync();
        await demo.ControlAsync(new { pull_ms = 600 });
        await foreach (var line in demo.Client.PullAsync("tortoise:32b", Token))
        {
            if (line.CompletedBytes > 0)
                break;
        }

        await demo.RequestsAreAsync(requests => requests.GetProperty("aborted").GetInt32() == 1);
        await demo.ControlAsync(new { pull_ms = 0 });
        var lines = await demo.Client.PullAsync("tortoise:32b", Token).ToListAsync(Token);

        Assert.True(lines[1].CompletedBytes > 0);
        Assert.True(lines[^1].IsSuccess);
    }

    [Fact]
    public async Task An_unknown_model_can_not_be_pulled()
    {
        await using var demo = await DemoServer.StartAsync();

        var problem = await Assert.ThrowsAsync<ModelHostException>(async () => await demo.Client.PullAsync("unicorn:7b", Token).ToListAsync(Token));

        Assert.Equal(ModelHostFailure.ModelMissing, problem.Failure);
    }

    [Fact]
    public async Task Embeddings_are_nearer_for_texts_that_share_words()
    {
        await using var demo = await DemoServer.StartAsync();
        await demo.Client.PullAsync("acorn-embed:33m", Token).ToListAsync(Token);

        var vectors = (await demo.Client.EmbedAsync("acorn-embed:33m", ["the red fox", "a red fox", "monetary policy"], Token)).Vectors;

        Assert.All(vectors, vector => Assert.Equal(1, vector.Sum(value => value * value), 3));
        Assert.True(Dot(vectors[0], vectors[1]) > Dot(vectors[0], vectors[2]));
        var problem = await Assert.ThrowsAsync<ModelHostException>(() => demo.Client.EmbedAsync("owl:7b", ["x"], Token));
        Assert.Equal(ModelHostFailure.Unsupported, problem.Failure);
        static double Dot(float[] a, float[] b) => a.Zip(b, (x, y) => x * y).Sum();
    }

    [Fact]
    public async Task A_schema_is_answered_with_json_that_fits_it()
    {
        await using var demo = await DemoServer.StartAsync();
        const string Body = """
            {"model":"owl:7b","stream":false,"messages":[{"role":"user","content":"judge"}],
             "format":{"type":"object","properties":{"winner":{"enum":["A","B"]},"score":{"type":"integer","minimum":1,"maximum":5}}}}
            """;

        using var response = await demo.Http.PostAsync("api/chat", new StringContent(Body), Token);

        var content = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token)).RootElement
            .GetProperty("message").GetProperty("content").GetString()!;
        var judged = System.Text.Json.JsonDocument.Parse(content).RootElement;
        Assert.Contains(judged.GetProperty("winner").GetString(), new[] { "A", "B" });
        Assert.InRange(judged.GetProperty("score").GetInt32(), 1, 5);
    }

    [Theory]
    [InlineData("GET", "", HttpStatusCode.OK, "Ollama is running")]
    [InlineData("HEAD", "", HttpStatusCode.OK, "")]
    [InlineData("GET", "api/nope", HttpStatusCode.NotFound, "404 page not found")]
    [InlineData("GET", "api/chat", HttpStatusCode.MethodNotAllowed, "405 method not allowed")]
    public async Task The_plain_texts_are_Ollamas(string method, string path, HttpStatusCode status, string text)
    {
        await using var demo = await DemoServer.StartAsync();

        using var response = await demo.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), Token);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(text, await response.Content.ReadAsStringAsync(Token));
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
    }
}
