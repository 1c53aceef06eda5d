using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Arena.Core.Storage;

namespace Arena.Core.Tests.Battles.Voting;

public sealed class BanTests
{
    private static readonly MemberId Ada = ArenaDriver.Member(1);
    private static readonly MemberId Bea = ArenaDriver.Member(2);
    private static readonly MemberId Moderator = ArenaDriver.Member(9);
    private static readonly ServerId Elsewhere = new(101);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ban_holds_in_its_server_alone_and_is_written_down()
    {
        await using var arena = await ArenaDriver.StartAsync();

        var banned = Assert.IsType<BanResult.Banned>(await BanAsync(arena, Ada, "spam"));

        Assert.Equal(new Ban(Ada, "ada", "spam", arena.Time.GetUtcNow(), Moderator), banned.Ban);
        Assert.True(await Desk(arena).IsBannedAsync(ArenaDriver.Server, Ada, Token));
        Assert.False(await Desk(arena).IsBannedAsync(Elsewhere, Ada, Token));
        Assert.False(await Desk(arena).IsBannedAsync(ArenaDriver.Server, Bea, Token));
        Assert.Equal([banned.Ban], await Desk(arena).ListAsync(ArenaDriver.Server, Token));
        Assert.Empty(await Desk(arena).ListAsync(Elsewhere, Token));
        await arena.DieAndRestartAsync();
        Assert.True(await Desk(arena).IsBannedAsync(ArenaDriver.Server, Ada, Token));

        await Desk(arena).UnbanAsync(ArenaDriver.Server, Ada, Bea, Token);
        Assert.False(await Desk(arena).IsBannedAsync(ArenaDriver.Server, Ada, Token));
        var audit = await arena.Get<AuditStore>().LatestAsync(ArenaDriver.Server, 2, Token);
        Assert.Equal(
            [
                new AuditEntry(arena.Time.GetUtcNow(), ArenaDriver.Server, Bea, "member.unbanned", $"member:{Ada}", "spam"),
                new AuditEntry(arena.Time.GetUtcNow(), ArenaDriver.Server, Moderator, "member.banned", $"member:{Ada}", "spam"),
            ],
            audit);
    }

    [Fact]
    public async Task Banning_twice_and_letting_back_nobody_change_nothing()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var ban = Assert.IsType<BanResult.Banned>(await BanAsync(arena, Ada, "spam")).Ban;

        Assert.Equal(new BanResult.AlreadyBanned(ban), await BanAsync(arena, Ada, "again"));
        Assert.Equal(new BanResult.NotBanned(), await Desk(arena).UnbanAsync(ArenaDriver.Server, Bea, Moderator, Token));
        Assert.Equal(1, await arena.QueryAsync<long>("select count(*) from audit where action like 'member.%'"));
    }

    [Fact]
    public async Task Ballots_in_open_votes_leave_the_count_and_come_back_with_their_member()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.ReactAsync(battle, Ada, Choice.A);
        await arena.ReactAsync(battle, Bea, Choice.B);

        Assert.Equal(1, Assert.IsType<BanResult.Banned>(await BanAsync(arena, Ada)).Ballots);
        Assert.Equal(new() { [Bea] = Choice.B }, await arena.BallotsAsync(battle));
        var kept = Assert.IsType<CastResult.KeptUncounted>(await arena.ReactAsync(battle, Ada, Choice.Tie));
        Assert.Equal((UncountedReason.Banned, Choice.Tie), (kept.Reason, kept.Choice!.Value));

        Assert.Equal(1, Assert.IsType<BanResult.Unbanned>(await Desk(arena).UnbanAsync(ArenaDriver.Server, Ada, Moderator, Token)).Ballots);
        Assert.Equal(new() { [Ada] = Choice.Tie, [Bea] = Choice.B }, await arena.BallotsAsync(battle));
    }

    [Fact]
    public async Task What_was_unfit_before_the_ban_is_unfit_after_it()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        arena.Screen.React(battle.Id, Ada, Choice.A, Choice.B);
        await arena.Engine.ReconcileAsync(Token);

        Assert.Equal(0, Assert.IsType<BanResult.Banned>(await BanAsync(arena, Ada)).Ballots);
        Assert.Equal("Banned", await arena.QueryAsync<string>("select reason from ballots"));
        await Desk(arena).UnbanAsync(ArenaDriver.Server, Ada, Moderator, Token);
        Assert.Equal("SeveralStanding", await arena.QueryAsync<string>("select reason from ballots"));
    }

    [Fact]
    public async Task A_battle_that_is_settled_stays_as_it_is()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var (before, during) = (await arena.OpenVoteAsync(), await arena.OpenVoteAsync());
        await arena.ReactAsync(before, Ada, Choice.A);
        await arena.Desk.RevealAsync(before.Id, Moderator, isModerator: true, Token);
        await arena.ReactAsync(during, Ada, Choice.A);
        await arena.ReactAsync(during, Bea, Choice.B);

        await BanAsync(arena, Ada);
        Assert.Equal(new() { [Ada] = Choice.A }, await arena.BallotsAsync(before));
        await arena.Desk.RevealAsync(during.Id, Moderator, isModerator: true, Token);
        await Desk(arena).UnbanAsync(ArenaDriver.Server, Ada, Moderator, Token);
        Assert.Equal(new() { [Bea] = Choice.B }, await arena.BallotsAsync(during));

        // Nor does counting anew bring back what was out when the vote closed.
        await arena.Database.Writer.WriteAsync(
            scope =>
            {
                BallotCounting.Recount(scope, [before.Id.Value, during.Id.Value]);
                return true;
            },
            Token);
        Assert.Equal(new() { [Ada] = Choice.A }, await arena.BallotsAsync(before));
        Assert.Equal(new() { [Bea] = Choice.B }, await arena.BallotsAsync(during));
    }

    [Fact]
    public async Task The_ballot_that_comes_back_may_fill_the_quorum()
    {
        await using var arena = await ArenaDriver.StartAsync(new BattleOptions { Streaming = RevealOfText.Complete, Seed = 1, Quorum = 2 });
        var battle = await arena.OpenVoteAsync();
        await arena.ReactAsync(battle, Ada, Choice.A);
        await BanAsync(arena, Ada);
        await arena.ReactAsync(battle, Bea, Choice.A);
        Assert.Equal(BattleState.Voting, (await arena.FindAsync(battle.Id)).State);

        await Desk(arena).UnbanAsync(ArenaDriver.Server, Ada, Moderator, Token);
        await arena.IsShownAsync(battle.Id, BattleState.Settled);
    }

    [Fact]
    public async Task Of_a_ban_and_ballots_at_the_same_time_nothing_counts_in_the_end()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        var message = arena.Screen.Find(battle.Id)!.Id;

        await Task.WhenAll(
            Enumerable.Range(0, 200).Select(i => arena.Box.CastAsync(message, new Voter(Ada, null), (Choice)(i % 4), Token))
                .Append<Task>(BanAsync(arena, Ada)));

        Assert.Empty(await arena.BallotsAsync(battle));
        Assert.Equal(1, await arena.QueryAsync<long>("select count(*) from ballots where reason = 'Banned'"));
    }

    private static BanDesk Desk(ArenaDriver arena) => arena.Get<BanDesk>();

    private static Task<BanResult> BanAsync(ArenaDriver arena, MemberId member, string? reason = null) =>
        Desk(arena).BanAsync(ArenaDriver.Server, member, "ada", reason, Moderator, Token);
}
