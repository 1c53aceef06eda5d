using System.Net.Http.Json;
using System.Text.Json;
using Arena.Core.Inference;

namespace Bot.Tests.Models;

/// <summary>Every fault of the demo models, seen by the arena's client.</summary>
public sealed class DemoFaultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("error", GenerationFailure.ModelFailed)]
    [InlineData("dies", GenerationFailure.StreamCut)]
    [InlineData("never-done", GenerationFailure.StreamCut)]
    [InlineData("html", GenerationFailure.NotOllama)]
    [InlineData("garbage", GenerationFailure.NotOllama)]
    [InlineData("busy", GenerationFailure.Busy)]
    [InlineData("missing", GenerationFailure.ModelMissing)]
    [InlineData("broken", GenerationFailure.ServerError)]
    [InlineData("empty", GenerationFailure.EmptyAnswer)]
    [InlineData("thinks-only", GenerationFailure.EmptyAnswer)]
    public async Task A_faulty_model_fails_in_its_own_way(string fault, GenerationFailure kind)
    {
        await using var demo = await DemoServer.StartAsync();

        var generation = await demo.FleetWith().GenerateAsync(GenerationRequest.For($"fault-{fault}:1b", "Why does ice float?"), _ => { }, Token);

        var failed = Assert.IsType<Generation.Failed>(generation);
        Assert.True(failed.Kind == kind, failed.ToString());
    }

    [Fact]
    public async Task Hanging_without_headers_is_silence_and_the_host_sees_us_leave()
    {
        await using var demo = await DemoServer.StartAsync();
        var fleet = demo.FleetWith(new InferenceOptions { FirstToken = TimeSpan.FromSeconds(2) });

        var failed = Assert.IsType<Generation.Failed>(await fleet.GenerateAsync(GenerationRequest.For("fault-hangs:1b", "x"), _ => { }, Token));

        Assert.Equal(GenerationFailure.Silent, failed.Kind);
        await demo.RequestsAreAsync(requests => requests.GetProperty("aborted").GetInt32() == 1);
    }

    [Fact]
    public async Task Hanging_between_tokens_is_a_stall()
    {
        await using var demo = await DemoServer.StartAsync();
        var fleet = demo.FleetWith(new InferenceOptions { Silence = TimeSpan.FromMilliseconds(300) });

        var failed = Assert.IsType<Generation.Failed>(await fleet.GenerateAsync(GenerationRequest.For("fault-stalls:1b", "x"), _ => { }, Token));

        Assert.Equal(GenerationFailure.Stalled, failed.Kind);
    }

    [Fact]
    public async Task An_endless_answer_meets_the_bound_on_the_whole()
    {
        await using var demo = await DemoServer.StartAsync();
        await demo.ControlAsync(new { tokens_per_second = 200 });
        var fleet = demo.FleetWith(new InferenceOptions { Total = TimeSpan.FromSeconds(2) });

        var failed = Assert.IsType<Generation.Failed>(await fleet.GenerateAsync(GenerationRequest.For("fault-endless:1b", "x"), _ => { }, Token));

        Assert.Equal(GenerationFailure.TookTooLong, failed.Kind);
        await demo.RequestsAreAsync(requests => requests.GetProperty("aborted").GetInt32() == 1);
    }

    [Fact]
    public async Task A_long_answer_comes_whole_within_the_token_bound()
    {
        await using var demo = await DemoServer.StartAsync();

        Assert.Equal(30_000, (await demo.SayAsync("fault-long:1b", "x")).Length);
    }

    [Theory]
    [InlineData("fence", "````markdown")]
    [InlineData("pings", "@everyone")]
    [InlineData("pings", "<@1000000000000000001>")]
    [InlineData("rtl", "\u202E")]
    [InlineData("links", "[the official documentation](https://example.org/not-the-documentation)")]
    [InlineData("names", "I am fault-names:1b")]
    public async Task Hostile_text_reaches_us_as_it_is(string fault, string text)
    {
        await using var demo = await DemoServer.StartAsync();

        Assert.Contains(text, await demo.SayAsync($"fault-{fault}:1b", "Why does ice float?"));
    }

    [Fact]
    public async Task Thinking_inside_the_answer_is_taken_out_of_it()
    {
        await using var demo = await DemoServer.StartAsync();
        var answer = await demo.AnswerAsync("fault-inline-thinking:1b", "Why does ice float?");

        Assert.NotEmpty(answer.Thinking);
        Assert.DoesNotContain("think>", answer.Text);
    }

    [Fact]
    public async Task A_fault_can_be_planned_for_the_next_answer_of_any_model_or_of_one()
    {
        await using var demo = await DemoServer.StartAsync();
        await demo.ControlAsync(new { fault = "error", model = "owl:7b", times = 1 });

        Assert.NotEmpty(await demo.SayAsync("fox:3b", "hello"));
        var failed = await demo.FleetWith().GenerateAsync(GenerationRequest.For("owl:7b", "Why does ice float?"), _ => { }, Token);
        Assert.Equal(GenerationFailure.ModelFailed, Assert.IsType<Generation.Failed>(failed).Kind);
        Assert.NotEmpty(await demo.SayAsync("owl:7b", "hello"));

        await demo.ControlAsync(new { faults = new object[] { new { fault = "empty", times = 2 } } });
        for (var i = 0; i < 2; i++)
            Assert.IsType<Generation.Failed>(await demo.FleetWith().GenerateAsync(GenerationRequest.For("owl:7b", "hello"), _ => { }, Token));

        Assert.NotEmpty(await demo.SayAsync("owl:7b", "hello"));
    }

    [Fact]
    public async Task Faulty_models_are_listed_on_request_and_a_reset_puts_all_back()
    {
        await using var demo = await DemoServer.StartAsync();
        await demo.ControlAsync(new { list_faults = true });
        Assert.Contains(await demo.Client.ListAsync(Token), model => model.Tag == "fault-dies:1b");

        await demo.Client.DeleteAsync("owl:7b", Token);
        using var reset = await demo.Http.DeleteAsync("sandbox/faults", Token);

        var models = await demo.Client.ListAsync(Token);
        Assert.DoesNotContain(models, model => model.Tag == "fault-dies:1b");
        Assert.Contains(models, model => model.Tag == "owl:7b");
    }

    [Fact]
    public async Task An_unknown_fault_is_refused_and_the_known_ones_are_listed()
    {
        await using var demo = await DemoServer.StartAsync();

        using var response = await demo.Http.PostAsJsonAsync("sandbox/faults", new { fault = "explodes" }, Token);

        Assert.Equal(400, (int)response.StatusCode);
        var known = (await demo.Http.GetFromJsonAsync<JsonElement>("sandbox/faults", Token)).GetProperty("known_faults");
        Assert.Contains("never-done", known.EnumerateArray().Select(fault => fault.GetString()));
    }
}
