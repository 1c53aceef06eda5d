using Bot.Discord;
using Bot.Discord.Events;
using Bot.Discord.Gateway;

namespace Bot.Tests.Discord.Gateway;

public sealed class ShardStateTests
{
    private static readonly DiscordEvent.Ready Start =
        new(new Bot.Discord.ApplicationId(1), new User(new(2), "bot", "bot", true), IsNewSession: true, []);

    private static readonly GatewaySession Session = new("s1", new Uri("ws://127.0.0.1/"), 1, Start);

    [Fact]
    public void A_first_connection_asks_for_a_new_session()
    {
        var state = new ShardState();

        Assert.True(state.TryConnect());
        Assert.True(state.TryGreet(out var resume));
        Assert.Null(resume);
        Assert.Equal(ShardPhase.Identifying, state.Phase);
        Assert.Null(state.Sequence);
        Assert.True(state.TryStart(Session));
        Assert.Equal(ShardPhase.Ready, state.Phase);
    }

    [Fact]
    public void After_a_loss_the_session_is_asked_for_from_the_last_event_that_was_handed_on()
    {
        var state = Ready();
        state.Accepted(42);
        state.Lost(keepSession: true);

        Assert.True(state.TryConnect());
        Assert.True(state.TryGreet(out var resume));
        Assert.Equal(42, resume!.Sequence);
        Assert.Equal(ShardPhase.Resuming, state.Phase);
        Assert.True(state.TryResumed(out var start));
        Assert.Same(Start, start);
    }

    [Fact]
    public void A_session_that_is_over_is_not_asked_for()
    {
        var state = Ready();
        state.Lost(keepSession: false);

        Assert.True(state.TryConnect());
        Assert.True(state.TryGreet(out var resume));
        Assert.Null(resume);
        Assert.Null(state.Sequence);
    }

    [Fact]
    public void Steps_out_of_turn_are_refused()
    {
        var state = new ShardState();

        Assert.False(state.TryGreet(out _));
        Assert.False(state.TryStart(Session));
        Assert.False(state.TryResumed(out _));
        Assert.True(state.TryConnect());
        Assert.False(state.TryConnect());
        Assert.False(state.TryStart(Session));
        Assert.True(state.TryGreet(out _));
        Assert.False(state.TryGreet(out _));
        Assert.False(state.TryResumed(out _));
    }

    private static ShardState Ready()
    {
        var state = new ShardState();
        state.TryConnect();
        state.TryGreet(out _);
        state.TryStart(Session);
        return state;
    }
}
