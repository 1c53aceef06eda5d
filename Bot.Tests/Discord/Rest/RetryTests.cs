using System.Net;
using Bot.Discord;
using Bot.Discord.Messages;

namespace Bot.Tests.Discord.Rest;

/// <summary>What is repeated, and what is not.</summary>
public sealed class RetryTests
{
    private const string Create = "POST /channels/11/messages";
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_429_of_a_route_waits_exactly_as_told_and_holds_up_no_other_channel()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        await using var client = discord.Client(time);
        discord.On(Create, RestAnswer.Limited(1.337, "user"), RestAnswer.Ok(Payloads.Message));
        discord.On("POST /channels/12/messages", RestAnswer.Ok(Payloads.Message));

        var limited = client.CreateMessageAsync(new(11), OutgoingMessage.Text("a"), None);
        await discord.NextCallAsync();
        await client.CreateMessageAsync(new(12), OutgoingMessage.Text("b"), None).Within();
        Assert.False(limited.IsCompleted);

        await time.PassAsync(TimeSpan.FromMilliseconds(1337));
        Assert.Equal(new(22), (await limited.Within()).Id);
        Assert.Equal(3, discord.Calls.Count);
    }

    [Fact]
    public async Task A_global_429_holds_up_every_route_but_those_of_interactions()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        await using var client = discord.Client(time);
        discord.On(Create, RestAnswer.Limited(3, "global").With("X-RateLimit-Global", "true"), RestAnswer.Ok(Payloads.Message));
        discord.On("GET /channels/12", RestAnswer.Ok("""{"id": "12", "type": 0}"""));
        discord.On("POST /interactions/77/interaction-secret/callback", RestAnswer.NoContent);

        var first = client.CreateMessageAsync(new(11), OutgoingMessage.Text("a"), None);
        await discord.NextCallAsync();
        // The block is in place once the first call waits for it.
        var second = client.GetChannelAsync(new(12), None);
        await client.DeferAsync(Payloads.Interaction, ephemeral: true, None).Within();
        Assert.False(first.IsCompleted);

        await time.PassAsync(TimeSpan.FromSeconds(3));
        await first.Within();
        await second.Within();
    }

    [Theory, InlineData(0.05, false), InlineData(3, true)]
    public async Task A_global_429_is_a_warning_when_people_notice_it(double seconds, bool warns)
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var (time, log) = (new ManualTime(), new CapturedLog());
        await using var client = discord.Client(time, log: log);
        discord.On(Create, RestAnswer.Limited(seconds, "global").With("X-RateLimit-Global", "true"), RestAnswer.Ok(Payloads.Message));

        var call = client.CreateMessageAsync(new(11), OutgoingMessage.Text("a"), None);
        await discord.NextCallAsync();
        await time.PassAsync(TimeSpan.FromSeconds(seconds));
        await call.Within();

        Assert.Equal(warns, log.Warnings.Any());
        Assert.Contains(log.Lines, line => line.Text.StartsWith("Discord limits all calls for ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_429_that_lasts_longer_than_the_call_may_fails_at_once_and_says_for_how_long()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client(new ManualTime(), options => options.RequestBound = TimeSpan.FromSeconds(60));
        discord.On(Create, RestAnswer.Limited(1336.57, "shared"));

        var error = await Assert.ThrowsAsync<DiscordException>(() =>
            client.CreateMessageAsync(new(11), OutgoingMessage.Text("a"), None).Within());

        Assert.Equal(DiscordFailure.RateLimited, error.Failure);
        Assert.Equal(TimeSpan.FromSeconds(1336.57), error.RetryAfter);
    }

    [Fact]
    public async Task A_server_that_says_429_for_ever_is_not_asked_for_ever()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client(new ManualTime());
        discord.Always(Create, RestAnswer.Limited(0, "user"));

        var error = await Assert.ThrowsAsync<DiscordException>(() =>
            client.CreateMessageAsync(new(11), OutgoingMessage.Text("a"), None).Within());

        Assert.Equal(DiscordFailure.RateLimited, error.Failure);
        Assert.Equal(10, discord.Calls.Count);
    }

    [Fact]
    public async Task A_5xx_is_tried_again_a_few_times_with_growing_delays_and_then_told()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        await using var client = discord.Client(time, random: new FixedDice(0.5));
        discord.Always("GET /channels/12", new RestAnswer(502, "<html>Bad gateway</html>", "text/html"));

        var call = client.GetChannelAsync(new(12), None);
        foreach (var delay in (double[])[375, 750, 1500])
            await time.PassAsync(TimeSpan.FromMilliseconds(delay));
        var error = await Assert.ThrowsAsync<DiscordException>(() => call.Within());

        Assert.Equal(DiscordFailure.ServerError, error.Failure);
        Assert.Equal(HttpStatusCode.BadGateway, error.Status);
        Assert.Equal(4, discord.Calls.Count);
    }

    [Fact]
    public async Task A_creation_is_repeated_under_the_same_enforced_nonce()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        await using var client = discord.Client(time);
        discord.On(Create, new RestAnswer(500), new RestAnswer(0) { Cuts = true }, RestAnswer.Ok(Payloads.Message));

        var call = client.CreateMessageAsync(new(11), OutgoingMessage.Text("once"), None);
        await time.PassAsync(0.2, 5);
        await time.PassAsync(0.2, 5);
        await call.Within();

        var nonces = discord.Calls.Select(sent => sent.Json.GetProperty("nonce").GetString()).Distinct().ToList();
        Assert.InRange(Assert.Single(nonces)!.Length, 1, 25);
        Assert.Equal(3, discord.Calls.Count);
        Assert.All(discord.Calls, sent => Assert.True(sent.Json.GetProperty("enforce_nonce").GetBoolean()));
    }

    [Fact]
    public async Task The_callers_own_nonce_is_used()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        discord.On(Create, RestAnswer.Ok(Payloads.Message));

        await client.CreateMessageAsync(new(11), new OutgoingMessage { Content = "a", Nonce = "battle-7" }, None).Within();

        Assert.Equal("battle-7", (await discord.NextCallAsync()).Json.GetProperty("nonce").GetString());
    }

    [Fact]
    public async Task A_follow_up_knows_no_nonce_and_so_is_not_repeated_after_a_5xx()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client(new ManualTime());
        discord.On("POST /webhooks/901/interaction-secret", new RestAnswer(503));

        var error = await Assert.ThrowsAsync<DiscordException>(() =>
            client.FollowUpAsync(Payloads.Interaction, OutgoingMessage.Text("a"), None).Within());

        Assert.Equal(DiscordFailure.ServerError, error.Failure);
        Assert.Single(discord.Calls);
    }

    [Fact]
    public async Task An_answer_to_an_interaction_that_had_got_through_unnoticed_counts_as_given()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        await using var client = discord.Client(time);
        discord.On(
            "POST /interactions/77/interaction-secret/callback",
            new RestAnswer(0) { Cuts = true },
            RestAnswer.Error(400, 40060, "Interaction has already been acknowledged."));

        var call = client.RespondAsync(Payloads.Interaction, OutgoingMessage.Whisper("a"), None);
        await time.PassAsync(0.2, 5);
        await call.Within();
    }

    [Fact]
    public async Task An_interaction_that_somebody_else_answered_is_an_error()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        discord.On("POST /interactions/77/interaction-secret/callback", RestAnswer.Error(400, 40060));

        var error = await Assert.ThrowsAsync<DiscordException>(() =>
            client.RespondAsync(Payloads.Interaction, OutgoingMessage.Whisper("a"), None).Within());

        Assert.Equal(DiscordFailure.InteractionExpired, error.Failure);
    }

    [Fact]
    public async Task Nobody_listening_is_unreachable_after_a_few_tries_even_for_what_must_not_be_done_twice()
    {
        Uri closed;
        await using (var discord = await ScriptedDiscord.StartAsync())
            closed = discord.Address;
        var time = new ManualTime();
        var options = new DiscordOptions { BaseUrl = DiscordOptions.ForServer(closed), Token = ScriptedDiscord.Token, Attempts = 2 };
        await using var client = new DiscordClient(options, time, new Random(1), new CapturedLog());

        var call = client.FollowUpAsync(Payloads.Interaction, OutgoingMessage.Text("a"), None);
        await time.PassAsync(0.2, 1);
        var error = await Assert.ThrowsAsync<DiscordException>(() => call.Within());

        Assert.Equal(DiscordFailure.Unreachable, error.Failure);
        Assert.Null(error.Status);
    }

    [Fact]
    public async Task An_attempt_without_an_answer_is_given_up_and_repeated()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        await using var client = discord.Client(time, options => options.AttemptBound = TimeSpan.FromSeconds(30));
        discord.On("GET /channels/12", new RestAnswer(0) { Hangs = true }, RestAnswer.Ok("""{"id": "12", "type": 0}"""));

        var call = client.GetChannelAsync(new(12), None);
        await discord.NextCallAsync();
        await time.PassAsync(TimeSpan.FromSeconds(30));
        await time.PassAsync(0.2, 1);

        Assert.Equal(new(12), (await call.Within()).Id);
    }

    [Fact]
    public async Task Cancelling_reaches_the_socket_and_is_told_as_cancelling()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        discord.On("GET /channels/12", new RestAnswer(0) { Hangs = true });
        using var cancel = new CancellationTokenSource();

        var call = client.GetChannelAsync(new(12), cancel.Token);
        await discord.NextCallAsync();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Within());
        await discord.Aborted.Task.Within();
    }

    [Fact]
    public async Task Cancelling_ends_a_wait_for_a_limit()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client(new ManualTime());
        discord.On(Create, RestAnswer.Limited(30, "user"));
        using var cancel = new CancellationTokenSource();

        var call = client.CreateMessageAsync(new(11), OutgoingMessage.Text("a"), cancel.Token);
        await discord.NextCallAsync();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Within());
    }

    [Fact]
    public async Task After_a_401_no_further_call_is_made_with_the_token()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        discord.On("GET /channels/12", new RestAnswer(401, """{"message": "401: Unauthorized", "code": 0}"""));

        var first = await Assert.ThrowsAsync<DiscordException>(() => client.GetChannelAsync(new(12), None).Within());
        var second = await Assert.ThrowsAsync<DiscordException>(() => client.GetChannelAsync(new(13), None).Within());

        Assert.Equal(DiscordFailure.Unauthorized, first.Failure);
        Assert.Equal(DiscordFailure.Unauthorized, second.Failure);
        Assert.Single(discord.Calls);
    }

    [Fact]
    public async Task A_dead_interaction_token_does_not_condemn_the_bots_own()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        discord.On("PATCH /webhooks/901/interaction-secret/messages/@original", RestAnswer.Error(401, 50027, "Invalid Webhook Token"));
        discord.On("GET /channels/12", RestAnswer.Ok("""{"id": "12", "type": 0}"""));

        var error = await Assert.ThrowsAsync<DiscordException>(() =>
            client.EditResponseAsync(Payloads.Interaction, new MessageEdit { Content = "late" }, None).Within());
        await client.GetChannelAsync(new(12), None).Within();

        Assert.Equal(DiscordFailure.InteractionExpired, error.Failure);
    }

    [Theory]
    [InlineData(403, 50013, DiscordFailure.MissingPermissions)]
    [InlineData(403, 50001, DiscordFailure.MissingPermissions)]
    [InlineData(404, 10008, DiscordFailure.UnknownMessage)]
    [InlineData(404, 10003, DiscordFailure.UnknownChannel)]
    [InlineData(404, 10062, DiscordFailure.InteractionExpired)]
    [InlineData(404, 10004, DiscordFailure.NotFound)]
    [InlineData(400, 50035, DiscordFailure.Refused)]
    [InlineData(400, 30010, DiscordFailure.Refused)]
    [InlineData(413, 40005, DiscordFailure.TooLarge)]
    public async Task Errors_are_told_apart_and_not_repeated(int status, int code, DiscordFailure expected)
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        discord.On("PATCH /channels/11/messages/22", RestAnswer.Error(status, code));

        var error = await Assert.ThrowsAsync<DiscordException>(() =>
            client.EditMessageAsync(Payloads.Channel, Payloads.MessageId, new MessageEdit { Content = "a" }, None).Within());

        Assert.Equal(expected, error.Failure);
        Assert.Equal(code, error.Code);
        Assert.Equal(status, (int)error.Status!);
        Assert.Equal(expected is DiscordFailure.UnknownMessage or DiscordFailure.UnknownChannel, error.IsGone);
        Assert.Single(discord.Calls);
    }

    [Fact]
    public async Task A_refused_form_says_which_field_is_wrong()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        discord.On(Create, new RestAnswer(400, """
            {"code": 50035, "message": "Invalid Form Body", "errors": {"content": {"_errors": [{"code": "BASE_TYPE_MAX_LENGTH", "message": "Must be 2000 or fewer in length."}]}}}
            """));

        var error = await Assert.ThrowsAsync<DiscordException>(() =>
            client.CreateMessageAsync(new(11), OutgoingMessage.Text(new string('a', 2001)), None).Within());

        Assert.Contains("BASE_TYPE_MAX_LENGTH", error.Errors);
        Assert.Contains("Invalid Form Body", error.Message);
    }

    [Theory]
    [InlineData(200, "<html>Sign in to the network</html>", "text/html")]
    [InlineData(302, "", "text/html")]
    [InlineData(200, """{"type": 0}""", "application/json")]
    [InlineData(200, """[]""", "application/json")]
    public async Task What_is_not_Discords_answer_is_no_answer(int status, string body, string type)
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        discord.On("GET /channels/12", new RestAnswer(status, body, type).With("Location", "http://127.0.0.1:1/"));

        var error = await Assert.ThrowsAsync<DiscordException>(() => client.GetChannelAsync(new(12), None).Within());

        Assert.Contains(error.Failure, (DiscordFailure[])[DiscordFailure.UnreadableAnswer, DiscordFailure.Refused]);
        Assert.Single(discord.Calls);
    }

    [Fact]
    public async Task Deleting_a_message_that_is_gone_is_done()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        discord.On("DELETE /channels/11/messages/22", RestAnswer.Error(404, 10008));

        await client.DeleteMessageAsync(Payloads.Channel, Payloads.MessageId, None).Within();
    }

    [Fact]
    public async Task A_thread_that_is_there_already_is_the_thread()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        discord.On("POST /channels/11/messages/22/threads", RestAnswer.Error(400, 160004));
        discord.On("GET /channels/22", RestAnswer.Ok(Payloads.ThreadChannel));

        var thread = await client.CreateThreadAsync(Payloads.Channel, Payloads.MessageId, "battle", TimeSpan.FromHours(2), None).Within();

        Assert.Equal(ChannelKind.PublicThread, thread.Kind);
        Assert.Equal(1_440, (await discord.NextCallAsync()).Json.GetProperty("auto_archive_duration").GetInt32());
    }
}
