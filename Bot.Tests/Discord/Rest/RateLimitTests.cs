using Bot.Discord;
using Bot.Discord.Messages;
using Bot.Discord.Rest;

namespace Bot.Tests.Discord.Rest;

/// <summary>Limits that are kept before Discord has to say anything.</summary>
public sealed class RateLimitTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly MessageEdit Edit = new() { Content = "a" };

    [Fact]
    public async Task A_bucket_that_is_empty_is_waited_for_by_its_channel_and_no_other()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        await using var client = discord.Client(time);
        discord.On("PATCH /channels/11/messages/22", RestAnswer.Ok(Payloads.Message).Bucket("abcd", 5, 0, 4.2), RestAnswer.Ok(Payloads.Message));
        discord.On("PATCH /channels/12/messages/22", RestAnswer.Ok(Payloads.Message));

        await client.EditMessageAsync(new(11), new(22), Edit, None).Within();
        var second = client.EditMessageAsync(new(11), new(22), Edit, None);
        await client.EditMessageAsync(new(12), new(22), Edit, None).Within();
        Assert.Equal(2, discord.Calls.Count);

        await time.PassAsync(TimeSpan.FromSeconds(4.2));
        await second.Within();
    }

    [Fact]
    public async Task Routes_that_Discord_files_under_one_hash_share_a_bucket()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        await using var client = discord.Client(time);
        discord.On("PUT /channels/11/messages/22/reactions/%F0%9F%87%A6/@me", RestAnswer.NoContent.Bucket("shared", 2, 1, 9), RestAnswer.NoContent.Bucket("shared", 2, 0, 9));
        discord.On("DELETE /channels/11/messages/22/reactions/%F0%9F%87%A6/@me", RestAnswer.NoContent.Bucket("shared", 2, 1, 9), RestAnswer.NoContent);

        // Each route tells its hash once before it is known that they belong together.
        await client.RemoveOwnReactionAsync(new(11), new(22), "🇦", None).Within();
        await client.AddReactionAsync(new(11), new(22), "🇦", None).Within();
        await client.AddReactionAsync(new(11), new(22), "🇦", None).Within();
        var held = client.RemoveOwnReactionAsync(new(11), new(22), "🇦", None);
        Assert.Equal(3, discord.Calls.Count);

        await time.PassAsync(TimeSpan.FromSeconds(9));
        await held.Within();
    }

    [Fact]
    public async Task Before_a_limit_is_known_one_request_goes_ahead_alone()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        var hang = new RestAnswer(0) { Hangs = true };
        discord.On("PATCH /channels/11/messages/22", hang);
        using var cancel = new CancellationTokenSource();

        var first = client.EditMessageAsync(new(11), new(22), Edit, cancel.Token);
        await discord.NextCallAsync();
        discord.On("PATCH /channels/11/messages/22", RestAnswer.Ok(Payloads.Message).Bucket("a", 5, 4, 1), RestAnswer.Ok(Payloads.Message));
        var others = Task.WhenAll(client.EditMessageAsync(new(11), new(22), Edit, None), client.EditMessageAsync(new(11), new(22), Edit, None));
        Assert.Single(discord.Calls);

        await cancel.CancelAsync();
        await others.Within();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task A_new_window_is_used_before_any_answer_tells_of_it_and_more_than_it_holds_waits_for_that_answer()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        await using var client = discord.Client(time);
        discord.On("PATCH /channels/11/messages/22", RestAnswer.Ok(Payloads.Message).Bucket("a", 2, 0, 3));
        discord.Always("PATCH /channels/11/messages/22", RestAnswer.Ok(Payloads.Message).Bucket("a", 2, 1, 3));

        await client.EditMessageAsync(new(11), new(22), Edit, None).Within();
        var crowd = Task.WhenAll(Enumerable.Range(0, 6).Select(_ => client.EditMessageAsync(new(11), new(22), Edit, None)));
        while (!crowd.IsCompleted)
        {
            // Windows of three seconds, until the crowd is through.
            var pass = time.PassAsync(0.001, 3);
            await Task.WhenAny(crowd, pass).Within();
        }

        await crowd.Within();
        Assert.Equal(7, discord.Calls.Count);
    }

    [Fact]
    public async Task The_bot_allows_itself_so_many_requests_a_second_and_interactions_on_top()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        await using var client = discord.Client(time, options => options.GlobalRequestsPerSecond = 3);
        for (var channel = 1; channel <= 4; channel++)
            discord.On($"GET /channels/{channel}", RestAnswer.Ok($$"""{"id": "{{channel}}", "type": 0}"""));
        discord.On("POST /interactions/77/interaction-secret/callback", RestAnswer.NoContent);

        for (ulong channel = 1; channel <= 3; channel++)
            await client.GetChannelAsync(new(channel), None).Within();
        var fourth = client.GetChannelAsync(new(4), None);
        await client.DeferUpdateAsync(Payloads.Interaction, None).Within();
        Assert.False(fourth.IsCompleted);

        await time.PassAsync(TimeSpan.FromSeconds(1));
        await fourth.Within();
    }

    [Fact]
    public async Task Too_many_refused_calls_stop_all_calls_before_Discord_does()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        var options = discord.Options();
        using var rest = new RestClient(options, Endpoints.For(options), time, new Chance(new Random(1)), new CapturedLog(), invalidBound: 2);
        var request = new RestRequest(Routes.GetChannel(new(12))) { IsRepeatable = true };
        discord.On("GET /channels/12", RestAnswer.Error(403, 50001), RestAnswer.Limited(0.001, "shared"), RestAnswer.Error(403, 50001));

        await Assert.ThrowsAsync<DiscordException>(() => rest.SendAsync(request, None).Within());
        var second = rest.SendAsync(request, None);
        await time.PassAsync(0, 0.01);
        await Assert.ThrowsAsync<DiscordException>(() => second.Within());
        var stopped = await Assert.ThrowsAsync<DiscordException>(() => rest.SendAsync(request, None).Within());

        // Three were counted if the shared limit were ours; then the second call would have been stopped.
        Assert.Equal(DiscordFailure.TooManyInvalidRequests, stopped.Failure);
        Assert.Equal(3, discord.Calls.Count);

        time.Advance(TimeSpan.FromMinutes(10));
        discord.On("GET /channels/12", RestAnswer.Ok("""{"id": "12", "type": 0}"""));
        await rest.SendAsync(request, None).Within();
    }

    [Fact]
    public async Task A_429_without_JSON_comes_from_before_the_API_and_stops_everything()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        await using var client = discord.Client(time);
        discord.On("GET /channels/11", new RestAnswer(429, "error code: 1015", "text/plain").With("Retry-After", "20"), RestAnswer.Ok("""{"id": "11", "type": 0}"""));
        discord.On("GET /channels/12", RestAnswer.Ok("""{"id": "12", "type": 0}"""));

        var first = client.GetChannelAsync(new(11), None);
        await discord.NextCallAsync();
        await time.PassAsync(TimeSpan.FromSeconds(20));
        await first.Within();
        await client.GetChannelAsync(new(12), None).Within();
    }

    [Fact]
    public async Task A_line_at_a_bucket_is_first_come_first_served()
    {
        var time = new ManualTime();
        var bucket = new Bucket(new Watch(time));
        var deadline = new Deadline(TimeSpan.FromHours(1));
        var entered = new List<int>();
        var first = bucket.EnterAsync(deadline, None);
        var line = Enumerable.Range(0, 5).Select(async n =>
        {
            await bucket.EnterAsync(deadline, None);
            lock (entered)
                entered.Add(n);
            bucket.Leave(null);
        }).ToList();

        // Without headers the next one goes ahead alone, so that the order of entering is the order seen.
        bucket.Leave(null);
        await Task.WhenAll([first, .. line]).Within();

        Assert.Equal([0, 1, 2, 3, 4], entered);
    }
}
