using Bot.Discord;
using Bot.Discord.Events;
using Bot.Discord.Gateway;

namespace Bot.Tests.Discord.Gateway;

public sealed class HeartbeatTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(41_250);

    [Fact]
    public async Task The_first_beat_comes_after_a_random_part_of_the_interval_and_the_others_after_the_whole()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        await using var client = new RunningClient(discord.Client(time, random: new FixedDice(0.2)));
        var (peer, _) = await SessionTests.IdentifiedAsync(discord, (int)Interval.TotalMilliseconds);

        await time.PassAsync(Interval * 0.2);
        Assert.Equal("""{"op":1,"d":null}""", (await peer.ReceiveAsync(1)).GetRawText());
        await peer.ReadyAsync("s1", SessionTests.ResumeUrl(discord), sequence: 17);
        await client.NextAsync<DiscordEvent.Ready>();
        Assert.Null(client.Health.LastHeartbeatAck);
        await peer.SendAsync("""{"op": 11}""");
        await peer.ReactionAsync(18, user: 5);
        await client.NextAsync<DiscordEvent.ReactionAdded>();
        Assert.Equal(time.GetUtcNow(), client.Health.LastHeartbeatAck);

        await time.PassAsync(Interval);
        Assert.Equal("""{"op":1,"d":18}""", (await peer.ReceiveAsync(1)).GetRawText());
    }

    [Fact]
    public async Task A_beat_that_Discord_asks_for_is_sent_at_once()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = new RunningClient(discord.Client(new ManualTime()));
        var peer = await SessionTests.ReadyAsync(discord, client);

        await peer.SendAsync("""{"op": 1, "d": null}""");

        Assert.Equal("""{"op":1,"d":1}""", (await peer.ReceiveAsync(1)).GetRawText());
    }

    [Fact]
    public async Task A_connection_that_acknowledges_no_beat_is_left_without_ending_the_session_and_resumed()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        await using var client = new RunningClient(discord.Client(time, random: new FixedDice(0.5)));
        var zombie = await SessionTests.ReadyAsync(discord, client, (int)Interval.TotalMilliseconds);

        await time.PassAsync(Interval * 0.5);
        await zombie.ReceiveAsync(1);
        await time.PassAsync(Interval);

        Assert.NotInRange(await zombie.LeftAsync() ?? 4000, 1000, 1001);
        Assert.Equal(1, await SessionTests.ResumedAsync(discord, client));
    }

    [Fact]
    public async Task An_acknowledgement_that_lies_unread_because_nobody_takes_the_events_is_no_death()
    {
        var time = new ManualTime();
        var heartbeat = new Heartbeat(time, new Chance(new FixedDice(0.5)));
        using var stop = new CancellationTokenSource();
        var sent = 0;
        var isHeldUp = true;

        var beating = heartbeat.BeatAsync(Interval, _ => { sent++; return Task.CompletedTask; }, () => isHeldUp, stop.Token);
        await time.PassAsync(Interval * 0.5);
        await time.PassAsync(Interval);
        await time.PassAsync(Interval);
        Assert.Equal(3, sent);

        isHeldUp = false;
        await time.PassAsync(Interval);
        Assert.Equal(Interval * 3, (await beating.Within()).SinceLastBeat);
        Assert.Equal(3, sent);
    }

    [Fact]
    public async Task Latency_is_the_time_from_a_beat_to_its_acknowledgement()
    {
        var time = new ManualTime();
        var heartbeat = new Heartbeat(time, new Chance(new FixedDice(0)));
        using var stop = new CancellationTokenSource();
        var beating = heartbeat.BeatAsync(Interval, _ => Task.CompletedTask, () => false, stop.Token);

        time.Advance(TimeSpan.FromMilliseconds(87));
        heartbeat.Acknowledged();

        Assert.Equal(TimeSpan.FromMilliseconds(87), heartbeat.Latency);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => beating.Within());
    }
}
