using Arena.Core.Battles;
using Arena.Core.Battles.Starting;
using Arena.Core.Battles.Voting;
using Arena.Core.Inference;
using Arena.Core.Servers;

namespace Arena.Core.Tests.Battles.Starting;

/// <summary>What a server's rules let members start.</summary>
public sealed class StartRulesTests
{
    private static readonly MemberId Moderator = new(5);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Battles_start_only_in_the_channels_that_the_server_chose_and_in_their_threads()
    {
        await using var arena = await RuledAsync(settings => settings with { BattleChannels = [new ChannelId(7), new ChannelId(8)] });

        var elsewhere = Assert.IsType<StartResult.ChannelNotAllowed>(await arena.Desk.StartAsync(arena.Request(), Token));
        Assert.Equal([new ChannelId(7), new ChannelId(8)], elsewhere.Channels);
        await arena.StartBattleAsync(arena.Request() with { Channel = new ChannelId(8) });
        await arena.StartBattleAsync(arena.Request() with { Channel = new ChannelId(55), Parent = new ChannelId(7) });
        Assert.IsType<StartResult.ChannelNotAllowed>(
            await arena.Desk.StartAsync(arena.Request() with { Channel = new ChannelId(56), Parent = new ChannelId(9) }, Token));
    }

    [Fact]
    public async Task Who_is_banned_starts_nothing_until_the_ban_is_taken_back()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.Get<BanDesk>().BanAsync(ArenaDriver.Server, ArenaDriver.Alice, "alice", null, Moderator, Token);

        Assert.IsType<StartResult.Banned>(await arena.Desk.StartAsync(arena.Request(), Token));
        Assert.IsType<StartResult.Banned>(await arena.Desk.StartDuelAsync(arena.Request(), "fox:1b", "owl:7b", Token));
        await arena.StartBattleAsync(arena.Request(starter: ArenaDriver.Member(1)));
        await arena.Get<BanDesk>().UnbanAsync(ArenaDriver.Server, ArenaDriver.Alice, Moderator, Token);
        await arena.StartBattleAsync();
    }

    [Fact]
    public async Task Between_two_battles_of_a_member_the_cooldown_passes()
    {
        await using var arena = await RuledAsync(settings => settings with { Cooldown = TimeSpan.FromMinutes(10) });
        var first = await arena.OpenVoteAsync();

        var refused = Assert.IsType<StartResult.CoolingDown>(await arena.Desk.StartAsync(arena.Request(), Token));
        Assert.Equal(first.CreatedAt + TimeSpan.FromMinutes(10), refused.Until);
        await arena.StartBattleAsync(arena.Request(starter: ArenaDriver.Member(1)));
        await arena.StartBattleAsync(arena.Request(server: new ServerId(101)));
        arena.Time.Advance(TimeSpan.FromMinutes(10));
        await arena.StartBattleAsync();
    }

    [Fact]
    public async Task The_daily_limit_counts_duels_and_cancelled_battles_too()
    {
        await using var arena = await RuledAsync(settings => settings with { DailyBattles = 2 });
        var held = arena.Host.Holds("fox:1b");
        var cancelled = await arena.StartBattleAsync();
        await arena.Desk.CancelAsync(cancelled.Id, ArenaDriver.Alice, isModerator: false, Token);
        held.TrySetResult();
        Assert.IsType<StartResult.Started>(await arena.Desk.StartDuelAsync(arena.Request(), "fox:1b", "owl:7b", Token));

        var refused = Assert.IsType<StartResult.DailyLimit>(await arena.Desk.StartAsync(arena.Request(), Token));
        Assert.Equal((2, cancelled.CreatedAt + TimeSpan.FromHours(24)), (refused.Limit, refused.Until));
        Assert.IsType<StartResult.DailyLimit>(await arena.Desk.StartDuelAsync(arena.Request(), "fox:1b", "owl:7b", Token));
    }

    [Fact]
    public async Task A_battle_that_failed_is_not_held_against_its_member()
    {
        await using var arena = await RuledAsync(settings => settings with { DailyBattles = 1, Cooldown = TimeSpan.FromHours(1) });
        arena.Host.Fails("fox:1b", ModelHostFailure.ModelFailed);
        var failed = await arena.StartBattleAsync();
        await arena.IsStoredAsync(failed.Id, BattleState.Void);

        await arena.StartBattleAsync();
    }

    [Fact]
    public async Task Of_requests_at_once_only_as_many_pass_as_the_limit_allows()
    {
        await using var arena = await RuledAsync(settings => settings with { DailyBattles = 2 });

        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => arena.Desk.StartAsync(arena.Request(), Token)));

        Assert.Equal(2, results.OfType<StartResult.Started>().Count());
        Assert.Equal(10, results.OfType<StartResult.DailyLimit>().Count());
    }

    [Fact]
    public async Task A_role_lifts_the_limit_for_those_who_have_it()
    {
        await using var arena = await RuledAsync(settings => settings with
        {
            Cooldown = TimeSpan.FromHours(1), RoleLimits = [new RoleLimit(new RoleId(9), TimeSpan.Zero, null)],
        });
        await arena.OpenVoteAsync();

        Assert.IsType<StartResult.CoolingDown>(await arena.Desk.StartAsync(arena.Request() with { Roles = [new RoleId(8)] }, Token));
        await arena.StartBattleAsync(arena.Request() with { Roles = [new RoleId(8), new RoleId(9)] });
    }

    [Fact]
    public async Task A_slow_channel_slows_the_member_there_and_nowhere_else()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var first = await arena.OpenVoteAsync();

        var refused = Assert.IsType<StartResult.SlowMode>(
            await arena.Desk.StartAsync(arena.Request() with { SlowMode = TimeSpan.FromMinutes(1) }, Token));
        Assert.Equal(first.CreatedAt + TimeSpan.FromMinutes(1), refused.Until);
        await arena.StartBattleAsync(arena.Request() with { Channel = new ChannelId(300), SlowMode = TimeSpan.FromMinutes(1) });
        arena.Time.Advance(TimeSpan.FromMinutes(1));
        await arena.StartBattleAsync(arena.Request() with { SlowMode = TimeSpan.FromMinutes(1) });
    }

    [Fact]
    public async Task A_prompt_with_a_blocked_phrase_is_refused_whoever_plays()
    {
        await using var arena = await RuledAsync(settings => settings with { BlockedPhrases = ["pick a lock"] });

        Assert.IsType<StartResult.BlockedPhrase>(await arena.Desk.StartAsync(arena.Request("How to PICK  a l\u200Bock?"), Token));
        Assert.IsType<StartResult.BlockedPhrase>(await arena.Desk.StartDuelAsync(arena.Request("Pick a lock."), "fox:1b", "owl:7b", Token));
        await arena.StartBattleAsync(arena.Request("How do locksmiths pick locks?"));
        await arena.StartBattleAsync(arena.Request("Pick a lock: a riddle.") with { Source = PromptSource.Library });
    }

    [Fact]
    public async Task Where_nothing_is_streamed_the_answers_appear_when_both_are_whole()
    {
        await using var arena = await ArenaDriver.StartAsync(new BattleOptions { Streaming = RevealOfText.Live, SidesAtOnce = true });
        await arena.Get<ServerSettingsBook>().ChangeAsync(ArenaDriver.Server, Moderator, settings => settings with { Streaming = false }, Token);
        var held = arena.Host.Holds("fox:1b");
        var battle = await arena.StartBattleAsync();
        await Eventually.TrueAsync(() => arena.Host.Asked.Count == 2, "both are asked");
        arena.Time.Advance(TimeSpan.FromSeconds(5));
        held.SetResult();
        await arena.VoteIsOpenAsync(battle.Id);

        Assert.All(
            arena.Screen.Find(battle.Id)!.Views.Where(view => view.Battle.State == BattleState.Generating),
            view => Assert.True((view.A.Text.Length > 0) == (view.B.Text.Length > 0)));
        Assert.False((await arena.FindAsync(battle.Id)).IsStreamed);
    }

    private static async Task<ArenaDriver> RuledAsync(Func<ServerSettings, ServerSettings> rules)
    {
        var arena = await ArenaDriver.StartAsync();
        await arena.Get<ServerSettingsBook>().ChangeAsync(ArenaDriver.Server, Moderator, rules, Token);
        return arena;
    }
}
