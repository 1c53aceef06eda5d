using Bot.Presentation;

namespace Bot.Tests.EndToEnd;

/// <summary>Pulls as moderators, members and strangers meet them. Alice owns the home server; Bob is a member.</summary>
public sealed class PullOnTheWireTests
{
    [Fact]
    public async Task A_moderator_pulls_a_model_sees_the_bar_move_and_it_plays()
    {
        await using var arena = await StartAsync(pullMs: 8000);
        await arena.Alice.CommandAsync("model pull", ("model", "otter:4b"));

        var bar = await arena.Bob.SeeAsync(message => message.Offers("Cancel") && message.Content.Contains("**otter:4b**", StringComparison.Ordinal));
        var moved = await arena.Bob.SeeChangedAsync(bar, message => message.Content.Contains('█') && message.Content.Contains("GB of 2.5 GB", StringComparison.Ordinal));
        Assert.NotEqual(bar.Content, moved.Content);
        Assert.False(moved.IsEphemeral);
        var done = await arena.Bob.SeeChangedAsync(bar, message => message.Content == "**otter:4b** is here. It plays from the next battle on.");
        Assert.Empty(done.Buttons);
        Assert.Equal("Active", arena.Query<string>("select status from models where tag = 'otter:4b'").Single());
        Assert.Equal(["pull.started", "pull.done"], arena.Query<string>("select action from audit where action like 'pull.%' order by id"));
    }

    [Fact]
    [Presses(ButtonIds.PullCancel, ButtonIds.PullAgain)]
    public async Task Members_and_strangers_neither_pull_nor_press_its_buttons()
    {
        await using var arena = await StartAsync(pullMs: 600_000);
        await Assert.ThrowsAsync<InvalidOperationException>(() => arena.Bob.CommandAsync("model pull", ("model", "otter:4b")));    // hidden by Discord

        await arena.Alice.CommandAsync("model pull", ("model", "otter:4b"));
        var bar = await arena.Bob.SeeAsync(message => message.Offers("Cancel"));
        await arena.Bob.PressAsync(bar, "Cancel");
        await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Content.StartsWith("Only the one who asked", StringComparison.Ordinal));
        var stranger = await arena.NewMemberAsync("eve");
        await stranger.PressAsync(bar, "Cancel");
        await stranger.SeeAsync(message => message.IsEphemeral && message.Content.StartsWith("Only the one who asked", StringComparison.Ordinal));
        Assert.Equal("Running", arena.Query<string>("select state from pulls").Single());

        await arena.Alice.PressAsync(bar, "Cancel");
        var cancelled = await arena.Alice.SeeChangedAsync(bar, message => message.Content.Contains("was cancelled by <@", StringComparison.Ordinal));
        await Eventually.TrueAsync(async () => (int)(await arena.Alice.GetAsync("/ollama/sandbox/requests"))["in_flight"]! == 0);
        await arena.Bob.PressAsync(cancelled, "Try again");
        await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Content.Contains("Manage Server", StringComparison.Ordinal) && message.Id != bar.Id);
        Assert.Single(arena.Query<string>("select state from pulls"));
    }

    [Fact]
    [Presses(ButtonIds.Pull, ButtonIds.PullAdd, ButtonIds.RosterAdd, ButtonIds.DeleteModel)]
    public async Task A_model_is_fetched_first_let_play_later_and_deleted_at_last_by_buttons_that_members_press_in_vain()
    {
        await using var arena = await StartAsync(pullMs: 0);
        var offer = await arena.Alice.HearAsync(() => arena.Alice.CommandAsync("model add", ("model", "acorn-embed:33m")), message => message.Offers("Pull it"));
        await arena.Alice.PressAsync(offer, "Pull it");
        await arena.Bob.SeeAsync(message => message.Content.StartsWith("**acorn-embed:33m** is here, but does not go on the roster.", StringComparison.Ordinal));

        var fetched = await arena.Alice.HearAsync(
            () => arena.Alice.CommandAsync("model pull", ("model", "otter:4b"), ("add", false)), message => message.Offers("Put it on the roster"));
        await arena.Bob.HearAsync(() => arena.Bob.PressAsync(fetched, "Put it on the roster"), message => message is { IsEphemeral: true, Content: ErrorText.OnlyModerators });
        Assert.False(Plays());
        await arena.Alice.PressAsync(fetched, "Put it on the roster");
        await arena.Bob.SeeChangedAsync(fetched, message => message.Content == "**otter:4b** is here. It plays from the next battle on.");
        Assert.True(Plays());

        await arena.Alice.HearAsync(() => arena.Alice.CommandAsync("model retire", ("model", "otter:4b")), message => message.Content.Contains("plays no more", StringComparison.Ordinal));
        var held = await arena.Alice.HearAsync(() => arena.Alice.CommandAsync("model pull", ("model", "otter:4b")), message => message.Offers("Let it play"));
        await arena.Alice.PressAsync(held, "Let it play");
        await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Content.Contains("plays again", StringComparison.Ordinal));
        Assert.True(Plays());

        var asked = await arena.Alice.HearAsync(() => arena.Alice.CommandAsync("model remove", ("model", "otter:4b")), message => message.Offers("Keep it"));
        await arena.Alice.PressAsync(asked, asked.Buttons.Single(button => button.Label.StartsWith("Remove, and delete from disk", StringComparison.Ordinal)).Label);
        await arena.Alice.SeeChangedAsync(asked, message => message.Content.Contains("It is deleted from the nodes' disks as soon as no battle needs it.", StringComparison.Ordinal));
        Assert.False(Plays());

        bool Plays() => arena.Query<string>("select status from models where tag = 'otter:4b' and removed_at is null") is ["Active"];
    }

    [Fact]
    public async Task A_moderator_of_another_server_does_not_pull()
    {
        await using var arena = await StartAsync(pullMs: 0, ("ARENA_HOME_SERVER", "1187000000000009999"));
        await arena.Alice.CommandAsync("model pull", ("model", "otter:4b"));

        await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Content.StartsWith("The models belong to the whole arena", StringComparison.Ordinal));
        Assert.Empty(arena.Query<long>("select id from pulls"));
    }

    [Fact]
    public async Task Asked_for_twice_at_once_the_second_is_told_where_the_first_runs()
    {
        await using var arena = await StartAsync(pullMs: 600_000);
        await arena.Alice.CommandAsync("model pull", ("model", "otter:4b"));
        var bar = await arena.Alice.SeeAsync(message => message.Offers("Cancel"));
        await Eventually.TrueAsync(() => arena.Query<long>("select count(*) from pulls where message_id is not null").Single() == 1);
        await arena.Alice.CommandAsync("model pull", ("model", "OTTER:4b"));

        await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Content.Contains($"/{bar.Channel}/{bar.Id}", StringComparison.Ordinal));
        Assert.Single(arena.Query<long>("select id from pulls"));
    }

    [Fact]
    public async Task A_model_that_no_node_has_is_offered_to_be_pulled_when_it_is_to_be_added()
    {
        await using var arena = await StartAsync(pullMs: 100);
        await arena.Alice.CommandAsync("model add", ("model", "otter:4b"));
        var offer = await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Offers("Pull it"));
        await arena.Alice.PressAsync(offer, "Pull it");

        await arena.Alice.SeeAsync(message => message.Content == "**otter:4b** is here. It plays from the next battle on.");
    }

    [Fact]
    public async Task A_model_that_makes_embeddings_is_pulled_and_does_not_play()
    {
        await using var arena = await StartAsync(pullMs: 100);
        await arena.Alice.CommandAsync("model pull", ("model", "acorn-embed:33m"));

        await arena.Alice.SeeAsync(message => message.Content.Contains("does not go on the roster", StringComparison.Ordinal));
        Assert.Empty(arena.Query<string>("select tag from models where tag like 'acorn%'"));
    }

    private static Task<ArenaDriver> StartAsync(int pullMs, params (string Name, string Value)[] settings) => PullArena.StartAsync(pullMs, settings);
}
