using System.Text.Json;
using Arena.Core.Inference;
using Microsoft.Extensions.Logging.Abstractions;

namespace Arena.Core.Tests.Inference;

public sealed class FleetTests
{
    private const string Tags = """{"models":[{"name":"qwen2.5:7b","model":"qwen2.5:7b","details":{"parameter_size":"7.6B"}},{"name":"tiny:latest","model":"tiny:latest"}]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_is_whole_timed_and_heard_piece_by_piece()
    {
        await using var host = Answering(Line("Hel"), Line("lo"), Line("", "stop"));
        var heard = new List<string>();

        var answer = Complete(await FleetOf(host).GenerateAsync(GenerationRequest.For("m", "hi"), heard.Add, Token));

        Assert.Equal(["Hel", "lo"], heard);
        Assert.Equal(("Hello", "", "stop"), (answer.Text, answer.Thinking, answer.DoneReason));
        Assert.Equal((7, 20, 10.0), (answer.PromptTokens, answer.OutputTokens, answer.TokensPerSecond));
        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)), (answer.LoadTime, answer.Generating));
    }

    [Fact]
    public async Task Thinking_is_kept_apart_and_never_heard()
    {
        await using var host = Answering(Line("", thinking: "Let me see. "), Line("", thinking: "Four."), Line("4"), Line("", "stop"));
        var heard = new List<string>();

        var answer = Complete(await FleetOf(host).GenerateAsync(GenerationRequest.For("m", "2+2") with { Think = true }, heard.Add, Token));

        Assert.Equal(("4", "Let me see. Four."), (answer.Text, answer.Thinking));
        Assert.Equal(["4"], heard);
        Assert.True(JsonDocument.Parse(host.Requests[0].Body).RootElement.GetProperty("think").GetBoolean());
    }

    [Fact]
    public async Task Reasoning_inside_the_answer_is_kept_apart_like_any_other()
    {
        await using var host = Answering(Line("<thi"), Line("nk>\nLet me see."), Line("</think>\n"), Line("\n4"), Line("", "stop"));
        var heard = new List<string>();

        var answer = Complete(await FleetOf(host).GenerateAsync(GenerationRequest.For("m", "2+2"), heard.Add, Token));

        Assert.Equal(("4", "\nLet me see."), (answer.Text, answer.Thinking));
        Assert.Equal(["4"], heard);
    }

    [Fact]
    public async Task Nothing_else_is_stripped_from_an_answer()
    {
        const string Odd = "  so: <think>inline</think>\n@everyone ````\n\u202Eabc  \n";
        await using var host = Answering(Line(Odd), Line("", "stop"));

        Assert.Equal(Odd, Complete(await FleetOf(host).GenerateAsync(GenerationRequest.For("m", "hi"), _ => { }, Token)).Text);
    }

    [Fact]
    public async Task An_answer_cut_at_the_token_bound_is_complete()
    {
        await using var host = Answering(Line("half of"), Line("", "length"));

        Assert.Equal("length", Complete(await FleetOf(host).GenerateAsync(GenerationRequest.For("m", "hi"), _ => { }, Token)).DoneReason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n\t ")]
    [InlineData("\u200B\u200E\u2060")]
    public async Task An_answer_without_a_visible_character_is_a_failure(string text)
    {
        await using var host = Answering(Line("", thinking: "hm"), Line(text), Line("", "stop"));

        var failed = Failed(await FleetOf(host).GenerateAsync(GenerationRequest.For("m", "hi"), _ => { }, Token));

        Assert.Equal(GenerationFailure.EmptyAnswer, failed.Kind);
        Assert.Contains("2 characters of thinking", failed.OperatorDetail);
    }

    [Fact]
    public async Task A_failure_in_the_middle_is_told_and_not_taken_for_an_answer()
    {
        await using var host = Answering(Line("half"), """{"error":"an error was encountered while running the model: unexpected EOF"}""");

        var failed = Failed(await FleetOf(host).GenerateAsync(GenerationRequest.For("m", "hi"), _ => { }, Token));

        Assert.Equal(GenerationFailure.ModelFailed, failed.Kind);
        Assert.Contains("unexpected EOF", failed.OperatorDetail);
    }

    [Theory]
    [InlineData(404, """{"error":"model 'm' not found"}""", GenerationFailure.ModelMissing)]
    [InlineData(503, """{"error":"server busy, please try again.  maximum pending requests exceeded"}""", GenerationFailure.Busy)]
    [InlineData(400, """{"error":"\"m\" does not support chat"}""", GenerationFailure.BadRequest)]
    [InlineData(500, """{"error":"unexpected EOF"}""", GenerationFailure.ServerError)]
    [InlineData(403, "", GenerationFailure.Refused)]
    [InlineData(404, "<html></html>", GenerationFailure.NotOllama)]
    public async Task Each_refusal_is_told_apart(int status, string body, GenerationFailure kind)
    {
        await using var host = new LoopbackHost((_, connection) => connection.JsonAsync(body, status));

        Assert.Equal(kind, Failed(await FleetOf(host).GenerateAsync(GenerationRequest.For("m", "hi"), _ => { }, Token)).Kind);
    }

    [Fact]
    public async Task Cancelling_throws_and_the_node_sees_it()
    {
        using var cancel = new CancellationTokenSource();
        var gone = new TaskCompletionSource();
        await using var host = new LoopbackHost(async (_, connection) =>
        {
            await connection.BeginStreamAsync();
            await connection.ChunkAsync(Line("begun") + "\n");
            await connection.ClientIsGoneAsync(CancellationToken.None);
            gone.SetResult();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => FleetOf(host).GenerateAsync(GenerationRequest.For("m", "hi"), _ => cancel.Cancel(), cancel.Token));
        await gone.Task.WaitAsync(Patience.Bound, Token);
    }

    [Fact]
    public async Task A_node_that_is_down_is_followed_by_the_next()
    {
        await using var down = new LoopbackHost((_, connection) => connection.JsonAsync("""{"error":"server busy"}""", 503));
        await using var up = Answering(Line("here"), Line("", "stop"));

        Assert.Equal("here", Complete(await FleetOf(down, up).GenerateAsync(GenerationRequest.For("m", "hi"), _ => { }, Token)).Text);
    }

    [Fact]
    public async Task Once_something_was_heard_no_other_node_begins_anew()
    {
        await using var dying = Answering(Line("half"));
        await using var other = Answering(Line("whole"), Line("", "stop"));

        var failed = Failed(await FleetOf(dying, other).GenerateAsync(GenerationRequest.For("m", "hi"), _ => { }, Token));

        Assert.Equal(GenerationFailure.StreamCut, failed.Kind);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task Of_two_failures_the_more_telling_one_is_told()
    {
        await using var busy = new LoopbackHost((_, connection) => connection.JsonAsync("""{"error":"server busy"}""", 503));
        await using var without = new LoopbackHost((_, connection) => connection.JsonAsync("""{"error":"model 'm' not found"}""", 404));

        Assert.Equal(GenerationFailure.Busy, Failed(await FleetOf(busy, without).GenerateAsync(GenerationRequest.For("m", "x"), _ => { }, Token)).Kind);
        Assert.Equal(GenerationFailure.Busy, Failed(await FleetOf(without, busy).GenerateAsync(GenerationRequest.For("m", "x"), _ => { }, Token)).Kind);
    }

    [Fact]
    public async Task The_status_tells_of_each_node_and_never_throws_for_one_that_is_down()
    {
        await using var up = new LoopbackHost((request, connection) => connection.JsonAsync(
            request.Path == "/api/ps" ? """{"models":[{"model":"m:latest","size":5,"size_vram":3,"context_length":8192}]}""" : """{"version":"0.33.0"}"""));
        await using var broken = new LoopbackHost((_, connection) => connection.JsonAsync("<html>", 404));

        var status = await FleetOf(up, broken).StatusAsync(Token);

        Assert.True(status.IsReachable);
        Assert.Equal("0.33.0", status.Nodes[0].Version);
        Assert.Equal(("m:latest", 3), (status.Nodes[0].Loaded[0].Tag, status.Nodes[0].Loaded[0].GpuBytes));
        Assert.Equal(ModelHostFailure.NotOllama, status.Nodes[1].Failure);
        Assert.Contains("<html>", status.Nodes[1].Problem);
    }

    [Fact]
    public async Task A_tag_is_looked_up_as_it_was_typed()
    {
        await using var host = new LoopbackHost((_, connection) => connection.JsonAsync(Tags));
        var fleet = FleetOf(host);

        Assert.Equal(7.6, Assert.IsType<ModelLookup.Found>(await fleet.FindAsync("QWEN2.5:7b", Token)).Model.ParametersBillions);
        Assert.Equal("tiny:latest", Assert.IsType<ModelLookup.Found>(await fleet.FindAsync("tiny", Token)).Model.Tag);
        Assert.Equal("qwen2.5:7b", Assert.IsType<ModelLookup.Missing>(await fleet.FindAsync("qwen2.5:72b", Token)).DidYouMean);
        Assert.Null(Assert.IsType<ModelLookup.Missing>(await fleet.FindAsync("mistral", Token)).DidYouMean);
        Assert.IsType<ModelLookup.Malformed>(await fleet.FindAsync("two words", Token));
    }

    [Fact]
    public async Task An_unreachable_fleet_is_not_an_empty_one()
    {
        Uri address;
        await using (var host = Answering())
        {
            address = host.Address;
        }

        var fleet = Fleet.Of(new InferenceOptions { Nodes = [address] }, TimeProvider.System, NullLogger<Fleet>.Instance);

        Assert.IsType<ModelLookup.Unreachable>(await fleet.FindAsync("tiny", Token));
        Assert.Equal(ModelHostFailure.Unreachable, (await Assert.ThrowsAsync<ModelHostException>(() => fleet.ModelsAsync(Token))).Failure);
        Assert.False((await fleet.StatusAsync(Token)).IsReachable);
    }

    [Fact]
    public void A_fleet_has_the_configured_nodes_in_their_order()
    {
        var options = new InferenceOptions { Nodes = [new Uri("http://127.0.0.1:5080/ollama"), InferenceOptions.UsualNode] };

        var fleet = Fleet.Of(options, TimeProvider.System, NullLogger<Fleet>.Instance);

        Assert.Equal(["http://127.0.0.1:5080/ollama", "http://127.0.0.1:11434/"], fleet.Nodes.Select(node => node.Address.ToString()));
        var guarded = Fleet.Of(options with { Nodes = [new Uri("http://op:secret@10.0.0.7:11434")] }, TimeProvider.System, NullLogger<Fleet>.Instance);
        Assert.Equal("http://10.0.0.7:11434/", guarded.Nodes[0].Address.ToString());
        Assert.Throws<ArgumentException>(() => Fleet.Of(new InferenceOptions { Nodes = [] }, TimeProvider.System, NullLogger<Fleet>.Instance));
    }

    private static Fleet FleetOf(params LoopbackHost[] hosts) => Fleet.Of(
        new InferenceOptions { Nodes = [.. hosts.Select(host => host.Address)] }, TimeProvider.System, NullLogger<Fleet>.Instance);

    private static LoopbackHost Answering(params string[] lines) => new(async (_, connection) =>
    {
        await connection.BeginStreamAsync();
        foreach (var line in lines)
            await connection.ChunkAsync(line + "\n");

        await connection.EndStreamAsync();
    });

    private static string Line(string text, string? done = null, string? thinking = null)
    {
        var message = JsonSerializer.Serialize(new { role = "assistant", content = text, thinking });
        return done is null
            ? $$"""{"model":"m","message":{{message}},"done":false}"""
            : $$"""{"model":"m","message":{{message}},"done":true,"done_reason":"{{done}}","load_duration":1000000000,"prompt_eval_count":7,"eval_count":20,"eval_duration":2000000000}""";
    }

    private static Answer Complete(Generation generation) => Assert.IsType<Generation.Complete>(generation).Answer;

    private static Generation.Failed Failed(Generation generation) => Assert.IsType<Generation.Failed>(generation);
}
