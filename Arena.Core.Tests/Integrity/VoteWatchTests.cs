using Arena.Core.Integrity;
using Arena.Core.Storage;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace Arena.Core.Tests.Integrity;

/// <summary>A group that agrees is told of once, and again when it has grown by half.</summary>
public sealed class VoteWatchTests
{
    private static readonly MemberId Mod = new(77);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_group_is_told_of_once_and_again_only_when_it_has_grown_by_half(bool isDismissed)
    {
        await using var arena = await ArenaDriver.StartAsync();
        var crowd = new Crowd(3, members: 70, fans: 10);
        crowd.Vote(100, voters: 10);
        Join(crowd, 20);
        await StoreAsync(arena, crowd);

        Assert.Equal(1, await LookAsync(arena));
        var first = Assert.Single(await arena.Get<SuspicionDesk>().UntoldAsync(Token));
        Assert.InRange(first.Members.Count(crowd.Attackers.Contains), 18, 20);
        await arena.Get<SuspicionDesk>().ToldAsync(first.Id, new ChannelId(1), new MessageId(2), Token);
        if (isDismissed)
            await DecideAsync(arena, first, SuspicionDecision.Dismiss);

        Assert.Equal(0, await LookAsync(arena));
        arena.Time.Advance(TimeSpan.FromHours(1));
        Join(crowd, 5);
        await StoreAsync(arena, crowd);
        Assert.Equal(0, await LookAsync(arena));
        Assert.Empty(await arena.Get<SuspicionDesk>().UntoldAsync(Token));

        Join(crowd, 10);
        await StoreAsync(arena, crowd);
        Assert.Equal(1, await LookAsync(arena));
        var second = Assert.Single(await arena.Get<SuspicionDesk>().UntoldAsync(Token));
        Assert.InRange(second.Members.Count, first.Members.Count * 3 / 2, 36);
        Assert.Equal(0, await LookAsync(arena));
    }

    [Fact]
    public async Task Excluded_ballots_are_not_looked_at_and_are_again_when_that_is_taken_back()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var crowd = new Crowd(3, members: 70, fans: 10);
        crowd.Vote(100, voters: 10);
        Join(crowd, 20);
        await StoreAsync(arena, crowd);
        Assert.Equal(1, await LookAsync(arena));
        var noticed = Assert.Single(await arena.Get<SuspicionDesk>().ListAsync(ArenaDriver.Server, Token));

        await DecideAsync(arena, noticed, SuspicionDecision.Exclude);
        Assert.Equal(0, await LookAsync(arena));
        await DecideAsync(arena, noticed, SuspicionDecision.TakeBack);
        Assert.Equal(0, await LookAsync(arena));                // who took it back let them be
        Assert.Single(await arena.Get<SuspicionDesk>().ListAsync(ArenaDriver.Server, Token));
    }

    private static void Join(Crowd crowd, int accounts) =>
        crowd.Attack(accounts, model: 1, attendance: 0.6, age: random => TimeSpan.FromDays(random.NextDouble() * 14));

    private static async Task DecideAsync(ArenaDriver arena, Suspicion suspicion, SuspicionDecision decision) => Assert.IsType<DecideResult.Decided>(
        await arena.Get<SuspicionDesk>().DecideAsync(ArenaDriver.Server, suspicion.Id, decision, Mod, Token));

    // As after a start: a look at all of the last days.
    private static Task<int> LookAsync(ArenaDriver arena) => new VoteWatch(
        arena.Get<ISuspicionStore>(), VotePatternOptions.Default, arena.Time, NullLogger<VoteWatch>.Instance).LookAsync(Token);

    /// <summary>Writes the crowd's month as the arena stores it, so that it ends now.</summary>
    private static async Task StoreAsync(ArenaDriver arena, Crowd crowd)
    {
        var shift = arena.Time.GetUtcNow() - Crowd.End;
        await arena.Database.Writer.WriteAsync(
            (connection, transaction) =>
            {
                connection.Execute("insert or ignore into servers (id, first_seen_at) values (@Server, 0)", new { Server = ArenaDriver.Server.ToColumn() }, transaction);
                connection.Execute(
                    """
                    insert or ignore into models (tag, display_name, kind, capabilities, status, added_at, changed_at)
                    select @Tag, @Tag, kind, capabilities, status, added_at, changed_at from models where tag = 'fox:1b'
                    """,
                    crowd.Ballots.SelectMany(ballot => new[] { ballot.ModelA, ballot.ModelB }).Distinct().Select(tag => new { Tag = tag }), transaction);
                connection.Execute(
                    """
                    insert or ignore into battles (id, server_id, channel_id, starter_id, prompt, source, state, model_a, model_b, pair_probability, uniform_probability,
                        created_at, voting_opened_at, quorum, minimum_ballots, settled_at, settle_cause, size_a, size_b, size_max, shown_state)
                    values (@Battle, @Server, 200, 1, 'A prompt', 'Typed', 'Settled', @ModelA, @ModelB, 0.06, 0.06, @Opened, @Opened, 25, 1, @Settled, 'ClosingTime', 1, 1, 1, 'Settled')
                    """,
                    crowd.Ballots.DistinctBy(ballot => ballot.Battle).Select(ballot => new
                    {
                        ballot.Battle, Server = ArenaDriver.Server.ToColumn(), ballot.ModelA, ballot.ModelB, Opened = Opened(ballot).ToColumn(),
                        Settled = (ballot.SettledAt + shift).ToColumn(),
                    }),
                    transaction);
                connection.Execute(
                    "insert or ignore into ballots (battle_id, member_id, choice, counted, cast_at) values (@Battle, @Member, @Choice, 1, @At)",
                    crowd.Ballots.Select(ballot => new
                    {
                        ballot.Battle, Member = ballot.Member.ToColumn(), At = Opened(ballot).AddSeconds(ballot.Seconds).ToColumn(),
                        Choice = ballot.Chosen is null ? "Tie" : ballot.Chosen == ballot.ModelA ? "A" : "B",
                    }),
                    transaction);
                return 0;
            },
            Token);

        DateTimeOffset Opened(SeenBallot ballot) => ballot.SettledAt + shift - TimeSpan.FromMinutes(10);
    }
}
