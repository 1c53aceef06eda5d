using Arena.Core.Battles.Voting;
using Arena.Core.Roster;
using Arena.Core.Servers;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Presentation;

namespace Bot.Tests.Commands.Battles;

/// <summary>Every way to start a battle goes through the same rules, and each refusal says what can be done now.</summary>
public sealed class StartRefusalTests
{
    private static readonly Channel Arena = new(new ChannelId(2), ChannelKind.Text, "arena", CommandDriver.Home);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_way_to_start_is_closed_to_who_is_banned()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();
        await arena.Get<BanDesk>().BanAsync(CommandDriver.Home, CommandDriver.Alice, "alice", null, CommandDriver.Bob, Token);

        Assert.Equal(ErrorText.Banned, await arena.UseAsync("battle", new { prompt = "Hello" }));
        Assert.Equal(ErrorText.Banned, await arena.UseAsync("battle"));
        Assert.Equal(ErrorText.Banned, await arena.UseAsync("duel", new { model_a = "fox:1b", model_b = "owl:7b", prompt = "Hello" }));
        Assert.Equal(ErrorText.Banned, await arena.BattleThisAsync("Hello there", CommandDriver.Alice));
        Assert.Equal(ErrorText.Banned, await arena.PressAsync("battle"));
        Assert.Equal(ErrorText.Banned, await arena.PressAsync("same:1"));
        Assert.Equal(ErrorText.Banned, await arena.PressAsync("again:1"));
    }

    [Fact]
    public async Task Where_battles_may_start_is_said_and_channels_that_are_gone_are_not()
    {
        await using var arena = await RuledAsync(rules => rules with { BattleChannels = [new ChannelId(7), new ChannelId(8), new ChannelId(9)] });
        arena.Discord.Channels = [Arena, Arena with { Id = new ChannelId(7) }, Arena with { Id = new ChannelId(9) }];

        Assert.Equal(
            "Battles do not start in this channel. The channels for them are <#7> and <#9>.", await arena.UseAsync("battle", new { prompt = "Hello" }));
        Assert.Equal("", await arena.UseAsync("battle", new { prompt = "Hello" }, In(Arena with { Id = new ChannelId(7) })));
        Assert.Equal("", await arena.UseAsync(
            "battle", new { prompt = "Hello" }, In(new Channel(new ChannelId(70), ChannelKind.PublicThread, "t", CommandDriver.Home, new ChannelId(9)))));
    }

    [Fact]
    public async Task When_all_chosen_channels_are_gone_nobody_is_locked_out_silently()
    {
        await using var arena = await RuledAsync(rules => rules with { BattleChannels = [new ChannelId(7)] });
        arena.Discord.Channels = [Arena];

        Assert.Equal(
            "Battles start in chosen channels only here, and I can see none of those any more. A moderator can choose others with /arena settings.",
            await arena.UseAsync("battle", new { prompt = "Hello" }));
    }

    [Fact]
    public async Task A_limit_names_the_moment()
    {
        await using var arena = await RuledAsync(rules => rules with { DailyBattles = 1 });
        await arena.VotingAsync();

        Assert.Matches(
            @"^You have started 1 battle in the last 24 hours; the next is possible <t:\d+:R>\.$", await arena.UseAsync("battle", new { prompt = "Hello" }));
        await ChangeAsync(arena, rules => rules with { DailyBattles = null, Cooldown = TimeSpan.FromMinutes(90) });
        Assert.Matches(
            @"^You have started a battle within the last 90 minutes; the next is possible <t:\d+:R>\.$", await arena.UseAsync("battle"));
        await ChangeAsync(arena, rules => rules with { Cooldown = TimeSpan.FromMinutes(1) });
        Assert.Matches(@"^You have started a battle within the last minute; the next is possible <t:\d+:R>\.$", await arena.UseAsync("battle"));
        await ChangeAsync(arena, rules => rules with { DailyBattles = 0, Cooldown = TimeSpan.Zero });
        Assert.StartsWith("The rules of this server do not let you start battles.", await arena.PressAsync("battle"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moderator_has_the_same_limits_unless_a_role_has_others()
    {
        await using var arena = await RuledAsync(rules => rules with { Cooldown = TimeSpan.FromHours(1), RoleLimits = [new RoleLimit(new RoleId(9), TimeSpan.Zero, null)] });
        await arena.VotingAsync();

        Assert.StartsWith("You have started", await arena.UseAsync(
            "battle", new { prompt = "Hello" }, As(CommandDriver.Member(CommandDriver.Alice, Permissions.ManageServer))), StringComparison.Ordinal);
        Assert.Equal("", await arena.UseAsync(
            "battle", new { prompt = "Hello" }, As(CommandDriver.Member(CommandDriver.Alice, Permissions.None) with { Roles = [new RoleId(9)] })));
    }

    [Fact]
    public async Task A_blocked_phrase_is_not_repeated()
    {
        await using var arena = await RuledAsync(rules => rules with { BlockedPhrases = ["secret words"] });

        Assert.Equal(ErrorText.BlockedPhrase, await arena.UseAsync("battle", new { prompt = "The SECRET\u200B  words?" }));
        Assert.Equal(ErrorText.BlockedPhrase, await arena.BattleThisAsync("my secret words", CommandDriver.Alice));
    }

    [Fact]
    public async Task A_slow_channel_is_slow_for_members_and_not_for_those_who_manage_it()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();
        var slow = In(Arena with { SlowMode = TimeSpan.FromMinutes(5) });

        Assert.Matches(
            @"^This channel is slow: one battle in 5 minutes for each member\. Your next one here is possible <t:\d+:R>\.$",
            await arena.UseAsync("battle", new { prompt = "Hello" }, slow));
        Assert.Equal("", await arena.UseAsync(
            "battle", new { prompt = "Hello" }, origin => As(CommandDriver.Member(CommandDriver.Alice, Permissions.ManageMessages))(slow(origin))));
    }

    [Fact]
    public async Task A_secret_ballot_needs_no_reactions()
    {
        await using var arena = await CommandDriver.StartAsync();
        Func<InteractionOrigin, InteractionOrigin> without = origin => origin with { AppPermissions = CommandDriver.AllOfTheBots & ~Permissions.AddReactions };

        Assert.Contains("I may not add reactions", await arena.UseAsync("battle", new { prompt = "Hello" }, without), StringComparison.Ordinal);
        await ChangeAsync(arena, rules => rules with { SecretBallot = true });
        Assert.Equal("", await arena.UseAsync("battle", new { prompt = "Hello" }, without));
    }

    [Fact]
    public async Task What_is_age_restricted_plays_in_age_restricted_channels_and_their_threads_only()
    {
        await using var arena = await CommandDriver.StartAsync(roster: ["fox:1b", "owl:7b", "eel:2b"]);
        await arena.Get<RosterService>().ListAsync(Token);
        await arena.MarkAgeRestrictedAsync("eel:2b");
        arena.Discord.Channels = [Arena, Arena with { Id = new ChannelId(8), IsAgeRestricted = true }];
        var duel = new { model_a = "fox:1b", model_b = "eel:2b", prompt = "Hello" };

        Assert.Equal(
            "`eel:2b` may only answer in age-restricted channels. Name another model, or ask in such a channel.", await arena.UseAsync("duel", duel));
        Assert.Equal("", await arena.UseAsync("duel", duel, In(Arena with { IsAgeRestricted = true })));
        Assert.Equal("", await arena.UseAsync(
            "duel", duel, In(new Channel(new ChannelId(80), ChannelKind.PublicThread, "t", CommandDriver.Home, new ChannelId(8)))));
        Assert.StartsWith("`eel:2b` may only", await arena.UseAsync(
            "duel", duel, In(new Channel(new ChannelId(20), ChannelKind.PublicThread, "t", CommandDriver.Home, new ChannelId(2)))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_of_servers_every_start_is_refused()
    {
        await using var arena = await CommandDriver.StartAsync();
        Func<InteractionOrigin, InteractionOrigin> direct = origin => origin with { Server = null, Channel = new Channel(new ChannelId(3), ChannelKind.DirectMessage) };

        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyInServers}", await arena.UseAsync("battle", null, direct));
        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyInServers}", await arena.UseAsync("duel", new { model_a = "a", model_b = "b", prompt = "c" }, direct));
    }

    private static Func<InteractionOrigin, InteractionOrigin> In(Channel channel) => origin => origin with { Channel = channel };

    private static Func<InteractionOrigin, InteractionOrigin> As(Member member) => origin => origin with { Member = member };

    private static async Task<CommandDriver> RuledAsync(Func<ServerSettings, ServerSettings> rules)
    {
        var arena = await CommandDriver.StartAsync();
        await ChangeAsync(arena, rules);
        return arena;
    }

    private static Task ChangeAsync(CommandDriver arena, Func<ServerSettings, ServerSettings> rules) =>
        arena.Get<ServerSettingsBook>().ChangeAsync(CommandDriver.Home, CommandDriver.Bob, rules, Token);
}
