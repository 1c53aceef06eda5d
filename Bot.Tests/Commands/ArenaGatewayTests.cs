using Arena.Core.Battles;
using Arena.Core.Ratings;
using Arena.Core.Storage;
using Bot.Commands;
using Bot.Commands.Battles;
using Bot.Discord;
using Bot.Discord.Events;
using Bot.Tests.Presentation;

namespace Bot.Tests.Commands;

public sealed class ArenaGatewayTests
{
    private static readonly ChannelId Channel = new(2);
    private static readonly MessageId Message = new(3);
    private const ulong Mark = 9_999;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commands_are_registered_once_however_often_the_gateway_is_ready()
    {
        await using var arena = await CommandDriver.StartAsync();

        arena.Discord.Happen(Ready(isNew: true));
        arena.Discord.Happen(Ready(isNew: false));
        arena.Discord.Happen(Ready(isNew: true));
        await arena.Get<ArenaGateway>().Ready.WaitAsync(Patience.Bound, Cancel);
        await arena.VotingAsync();
        await TallyAsync(arena);

        Assert.Single(arena.Discord.Journal, "register");
        Assert.Equal(arena.Router.Definitions, arena.Discord.Registered);
    }

    [Fact]
    public async Task The_latest_reaction_of_each_member_is_their_ballot()
    {
        await using var arena = await CommandDriver.StartAsync(battles: new BattleOptions { Streaming = RevealOfText.Complete, Quorum = 1_000 });
        await arena.VotingAsync();
        arena.Discord.Happen(Ready(isNew: false));
        for (ulong member = 100; member < 400; member++)
        {
            Add(arena, member, "🇧");
            Add(arena, member, "🤝");
            Remove(arena, member, "🤝");
            Add(arena, member, member % 3 == 0 ? "🇦" : "👎\uFE0F");
        }

        Assert.Equal(new(100, 0, 0, 200), await TallyAsync(arena));
    }

    [Fact]
    public async Task Bots_foreign_emojis_and_the_bot_itself_have_no_ballot()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();
        arena.Discord.Happen(Ready(isNew: false));
        Add(arena, 50, "🇦", isBot: true);
        Add(arena, RecordingDiscord.Bot.Id.Value, "🇦");
        Add(arena, 51, "🎉");
        Add(arena, 51, "party:123");
        Add(arena, 51, "👎🏽");
        Add(arena, 52, "🇧", message: new MessageId(77));
        Add(arena, 53, "🇧", isBurst: true);

        Assert.Equal(new(0, 1, 0, 0), await TallyAsync(arena));
    }

    [Fact]
    public async Task Clearing_an_emoji_or_all_withdraws_those_ballots_and_offers_the_choices_again()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();
        arena.Discord.Happen(Ready(isNew: false));
        for (ulong member = 100; member < 110; member++)
            Add(arena, member, member < 104 ? "🇦" : "🇧");
        arena.Discord.Happen(new DiscordEvent.EmojiCleared(CommandDriver.Home, Channel, Message, "🇦"));
        Add(arena, 111, "🇦");
        Assert.Equal(new(1, 6, 0, 0), await TallyAsync(arena));

        var offered = arena.Discord.Journal.Count(line => line == "react 🇦");
        arena.Discord.Happen(new DiscordEvent.ReactionsCleared(CommandDriver.Home, Channel, Message));
        Add(arena, 112, "👎");
        Assert.Equal(new(0, 0, 0, 1), await TallyAsync(arena));
        while (arena.Discord.Journal.Count(line => line == "react 🇦") == offered)
            await arena.Discord.SawAsync("react 🇦");
    }

    [Fact]
    public async Task A_choice_of_the_bots_that_somebody_takes_off_comes_back()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();
        for (var i = 0; i < 4; i++)
            await arena.Discord.SawAsync("react");
        arena.Discord.Happen(Ready(isNew: false));

        Remove(arena, RecordingDiscord.Bot.Id.Value, "🤝");

        await arena.Discord.SawAsync("react 🤝");
    }

    [Fact]
    public async Task A_deleted_message_or_channel_ends_its_battle()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();
        arena.Discord.Happen(new DiscordEvent.MessagesDeleted(CommandDriver.Home, Channel, [new MessageId(70), Message]));
        Assert.Equal(VoidReason.MessageDeleted, (await arena.UntilAsync(1, battle => battle.IsOver)).VoidReason);

        await arena.UseAsync("battle", new { prompt = "Another" });
        await arena.UntilAsync(2, battle => battle.State == BattleState.Voting);
        arena.Discord.Happen(new DiscordEvent.ThreadDeleted(CommandDriver.Home, Channel, new ChannelId(1)));
        Assert.Equal(VoidReason.ChannelDeleted, (await arena.UntilAsync(2, battle => battle.IsOver)).VoidReason);
    }

    [Fact]
    public async Task An_outage_is_no_removal()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();

        arena.Discord.Happen(new DiscordEvent.ServerUnavailable(CommandDriver.Home));
        Add(arena, 100, "🇦");
        Assert.Equal(new(1, 0, 0, 0), await TallyAsync(arena));
        Assert.Equal(BattleState.Voting, (await arena.UntilAsync(1, _ => true)).State);

        arena.Discord.Happen(new DiscordEvent.ServerRemoved(CommandDriver.Home));
        await arena.UntilAsync(1, battle => battle.State == BattleState.Void);
    }

    [Fact]
    public async Task A_new_session_reads_what_was_missed()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();
        arena.Discord.Reactors["🇧"] = [new User(new MemberId(100), "x", "x", false), RecordingDiscord.Bot];

        arena.Discord.Happen(Ready(isNew: true));
        await arena.Discord.SawAsync("list 👎");

        await UntilAsync(arena, tally => tally == new Tally(0, 1, 0, 0));
    }

    [Fact]
    public async Task A_server_is_remembered_or_left_if_it_is_not_listed()
    {
        await using var arena = await CommandDriver.StartAsync(new AccessOptions { Servers = [CommandDriver.Home] });
        var text = new Channel(new ChannelId(8), ChannelKind.Text);

        arena.Discord.Happen(new DiscordEvent.ServerAvailable(new Server(CommandDriver.Home, "Home", null, [text]), false));
        arena.Discord.Happen(new DiscordEvent.ServerAvailable(new Server(new ServerId(6), "Strangers", null, [text]), true));
        await arena.Discord.SawAsync("leave 6");

        Assert.Contains("post 8", arena.Discord.Journal);
        await Eventually.TrueAsync(async () => await arena.Get<ServerStore>().FirstAsync(Cancel) == CommandDriver.Home);
    }

    [Fact]
    public async Task The_first_server_is_home_for_what_is_asked_in_it_at_once_however_slow_the_disk_is()
    {
        await using var arena = await CommandDriver.StartAsync(new AccessOptions());
        using var never = new ManualResetEventSlim();
        var slow = arena.Get<Database>().Writer.WriteAsync((_, _) => never.Wait(TimeSpan.FromMilliseconds(300), Cancel), Cancel);

        foreach (var server in new ulong[] { 6, 5 })
            arena.Discord.Happen(new DiscordEvent.ServerAvailable(new Server(new ServerId(server), "Some", null, []), false));
        arena.Discord.Happen(new DiscordEvent.InteractionReceived(arena.Typing("model", "retire", "model", "", origin => origin with
        {
            Member = CommandDriver.Member(CommandDriver.Alice, Permissions.ManageServer),
            Server = new ServerId(6),
        })));

        await Eventually.TrueAsync(() => Task.FromResult(arena.Discord.Suggestions.Count > 0));
        Assert.Equal(["fox:1b", "owl:7b"], arena.Discord.Suggestions.Single().Select(choice => choice.Name));
        Assert.Equal(new ServerId(6), await arena.Get<ServerStore>().FirstAsync(Cancel));
        Assert.False(await slow);
    }

    [Fact]
    public async Task A_gateway_that_can_not_connect_ends_everything_with_its_reason()
    {
        await using var arena = await CommandDriver.StartAsync();
        var gateway = arena.Get<ArenaGateway>();

        arena.Discord.Fail(new InvalidOperationException("The token is wrong."));

        await Assert.ThrowsAsync<InvalidOperationException>(() => gateway.Ready.WaitAsync(Patience.Bound, Cancel));
    }

    private static DiscordEvent.Ready Ready(bool isNew) => new(new Bot.Discord.ApplicationId(1), RecordingDiscord.Bot, isNew, [CommandDriver.Home]);

    private static void Add(CommandDriver arena, ulong member, string emoji, bool isBot = false, bool isBurst = false, MessageId? message = null) =>
        arena.Discord.Happen(new DiscordEvent.ReactionAdded(
            CommandDriver.Home, Channel, message ?? Message, new MemberId(member), emoji, isBurst, isBot));

    private static void Remove(CommandDriver arena, ulong member, string emoji) =>
        arena.Discord.Happen(new DiscordEvent.ReactionRemoved(CommandDriver.Home, Channel, Message, new MemberId(member), emoji, false));

    /// <summary>The ballots once everything that has happened is stored.</summary>
    private static async Task<Tally> TallyAsync(CommandDriver arena)
    {
        // Events are led on one after the other: once this one has arrived, so has everything before it.
        Add(arena, Mark, "🤝");
        await UntilAsync(arena, tally => tally.Tie > 0);
        await arena.Get<BallotLanes>().SettleDownAsync(Cancel);
        Remove(arena, Mark, "🤝");
        await UntilAsync(arena, tally => tally.Tie == 0);
        return await arena.TallyAsync(1);
    }

    private static Task UntilAsync(CommandDriver arena, Func<Tally, bool> condition) =>
        Eventually.TrueAsync(async () => condition(await arena.TallyAsync(1)));
}
