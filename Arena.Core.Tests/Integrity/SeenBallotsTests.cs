using Arena.Core.Battles;
using Arena.Core.Integrity;
using Arena.Core.Privacy;
using Arena.Core.Storage;
using Dapper;

namespace Arena.Core.Tests.Integrity;

public sealed class SeenBallotsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Members_who_were_forgotten_are_no_accounts_that_were_made_together()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        foreach (var member in new[] { 1, 2 })
            await arena.ReactAsync(battle, ArenaDriver.Member(member), Choice.A);
        await arena.RevealAsync(battle);

        await arena.Get<PrivacyDesk>().ForgetAsync(ArenaDriver.Member(1), withTexts: false, Token);

        Assert.Equal([ArenaDriver.Member(2)], (await ReadAsync(arena)).Ballots.Select(ballot => ballot.Member));
    }

    [Fact]
    public async Task A_member_came_with_the_first_ballot_in_the_server_though_it_is_in_a_later_battle_and_before_those_looked_at()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var elsewhere = await arena.OpenVoteAsync(arena.Request(server: new ServerId(500)));
        await arena.ReactAsync(elsewhere, ArenaDriver.Member(1), Choice.A);
        var (one, two) = (await arena.OpenVoteAsync(), await arena.OpenVoteAsync());
        arena.Time.Advance(TimeSpan.FromMinutes(1));
        var came = arena.Time.GetUtcNow();
        await arena.ReactAsync(two, ArenaDriver.Member(1), Choice.A);
        arena.Time.Advance(TimeSpan.FromMinutes(1));
        await arena.ReactAsync(one, ArenaDriver.Member(1), Choice.B);
        foreach (var battle in new[] { elsewhere, one, two })
            await arena.RevealAsync(battle);
        arena.Time.Advance(TimeSpan.FromDays(40));
        var since = arena.Time.GetUtcNow();
        var late = await arena.OpenVoteAsync();
        await arena.ReactAsync(late, ArenaDriver.Member(1), Choice.A);
        arena.Time.Advance(TimeSpan.FromMinutes(1));
        await arena.RevealAsync(late);

        var (ballots, first) = await ReadAsync(arena, since);

        Assert.Equal(late.Id.Value, Assert.Single(ballots).Battle);
        Assert.Equal(came, first[ArenaDriver.Member(1)]);
    }

    [Theory]
    [InlineData(SuspicionStore.LatelySeen)]
    [InlineData(SuspicionStore.FirstSeen)]
    public async Task What_is_looked_at_every_few_minutes_does_not_grow_with_the_age_of_the_server(string sql)
    {
        await using var arena = await ArenaDriver.StartAsync();
        await using var connection = await arena.Database.OpenReadAsync(Token);

        var plan = (await connection.QueryAsync($"explain query plan {sql}", new { Server = 1, Since = 1 })).Select(step => (string)step.detail).ToList();

        Assert.Contains(plan, step => step.Contains("battles_by_server (server_id=? AND settled_at>?)", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step is "SCAN v" or "SCAN b");
    }

    private static Task<(IReadOnlyList<SeenBallot> Ballots, IReadOnlyDictionary<MemberId, DateTimeOffset> FirstBallots)> ReadAsync(
        ArenaDriver arena, DateTimeOffset since = default) => arena.Get<ISuspicionStore>().ReadAsync(ArenaDriver.Server, since, Token);
}
