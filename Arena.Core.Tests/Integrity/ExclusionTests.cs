using Arena.Core.Battles;
using Arena.Core.Integrity;
using Arena.Core.Ratings;
using Arena.Core.Storage;
using Dapper;

namespace Arena.Core.Tests.Integrity;

public sealed class ExclusionTests
{
    private static readonly MemberId Mod = new(77);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_the_excluded_ballots_all_is_as_if_they_had_never_been_cast_and_taken_back_all_is_as_it_was()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await using var without = await ArenaDriver.StartAsync();
        foreach (var driver in new[] { arena, without })
            await PlayAsync(driver, [1, 2, 3], driver == arena ? [4, 5] : []);
        var (before, honest) = (await StateAsync(arena), await StateAsync(without));
        Assert.NotEqual(before.Ratings, honest.Ratings);

        var excluded = Assert.IsType<ExcludeResult.Excluded>(await ExcludeAsync(arena, [4, 5]));

        Assert.Equal(new BallotCount(12, 2, 6), excluded.Count);
        Assert.Equal(honest, await StateAsync(arena));
        Assert.Equal(12, await arena.QueryAsync<long>("select count(*) from ballots where reason = 'Excluded' and counted = 0"));
        var audit = (await arena.Get<AuditStore>().LatestAsync(ArenaDriver.Server, 10, Token)).Single(entry => entry.Action == "ballots.excluded");
        Assert.Equal((Mod, "exclusion 1", "12 ballots of 2 accounts in 6 battles: a test"), (audit.Member!.Value, audit.Subject, audit.Detail));

        Assert.Equal(
            new BallotCount(12, 2, 6),
            Assert.IsType<RestoreResult.Restored>(await RestoreAsync(arena, excluded.Id)).Count);

        Assert.Equal(before, await StateAsync(arena));
        Assert.Contains(await arena.Get<AuditStore>().LatestAsync(ArenaDriver.Server, 10, Token), entry => entry.Action == "ballots.restored");
        Assert.IsType<RestoreResult.AlreadyRestored>(await RestoreAsync(arena, excluded.Id));
    }

    [Fact]
    public async Task A_ballot_of_two_exclusions_counts_again_when_both_are_taken_back_in_whatever_order()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await PlayAsync(arena, [1, 2], [4, 5]);
        var before = await StateAsync(arena);
        var first = Assert.IsType<ExcludeResult.Excluded>(await ExcludeAsync(arena, [4]));
        var second = Assert.IsType<ExcludeResult.Excluded>(await ExcludeAsync(arena, [4, 5]));
        Assert.Equal((6, 6), (first.Count.Ballots, second.Count.Ballots));
        var both = await StateAsync(arena);

        Assert.Equal(0, Assert.IsType<RestoreResult.Restored>(await RestoreAsync(arena, first.Id)).Count.Ballots);
        Assert.Equal(both, await StateAsync(arena));

        Assert.Equal(12, Assert.IsType<RestoreResult.Restored>(await RestoreAsync(arena, second.Id)).Count.Ballots);
        Assert.Equal(before, await StateAsync(arena));
    }

    [Fact]
    public async Task Only_ballots_of_the_server_are_excluded()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await PlayAsync(arena, [1], [4]);
        await PlayAsync(arena, [1], [4], new ServerId(500));

        Assert.IsType<ExcludeResult.NoBallots>(await arena.Get<ExclusionDesk>().ExcludeAsync(
            new ExclusionRequest(new ServerId(900), [ArenaDriver.Member(4)], "a test", Mod), Token));
        var some = Assert.IsType<ExcludeResult.Excluded>(await ExcludeAsync(arena, [4]));

        Assert.Equal(6, some.Count.Ballots);
        Assert.Equal(
            [1L, 2L, 3L, 4L, 5L, 6L], await RowsAsync<long>(arena, "select battle_id from ballots where exclusion_id is not null order by battle_id"));
        Assert.IsType<RestoreResult.Unknown>(await arena.Get<ExclusionDesk>().RestoreAsync(new ServerId(500), some.Id, Mod, Token));
        Assert.Equal([some.Id], await arena.Get<ExclusionDesk>().StandingAsync(ArenaDriver.Server, ArenaDriver.Member(4), Token));
        await RestoreAsync(arena, some.Id);
        Assert.Empty(await arena.Get<ExclusionDesk>().StandingAsync(ArenaDriver.Server, ArenaDriver.Member(4), Token));
    }

    [Fact]
    public async Task In_an_open_vote_excluded_ballots_do_not_count_towards_the_quorum_and_a_settled_message_shows_the_true_tally()
    {
        await using var arena = await ArenaDriver.StartAsync(new BattleOptions { Streaming = RevealOfText.Complete, Seed = 1, Quorum = 3 });
        var settled = await arena.OpenVoteAsync();
        for (var member = 3; member <= 5; member++)
            await arena.ReactAsync(settled, ArenaDriver.Member(member), Choice.A);
        await arena.IsShownAsync(settled.Id, BattleState.Settled);
        var open = await arena.OpenVoteAsync();
        await arena.ReactAsync(open, ArenaDriver.Member(4), Choice.A);
        await arena.ReactAsync(open, ArenaDriver.Member(5), Choice.A);

        await ExcludeAsync(arena, [4, 5]);

        await Eventually.TrueAsync(() => arena.Screen.Find(settled.Id)!.Latest.Tally == new Tally(1, 0, 0, 0), "the message shows one ballot");
        await arena.ReactAsync(open, ArenaDriver.Member(4), Choice.B);
        await arena.ReactAsync(open, ArenaDriver.Member(1), Choice.B);
        await arena.ReactAsync(open, ArenaDriver.Member(2), Choice.B);
        Assert.Equal(BattleState.Voting, (await arena.FindAsync(open.Id)).State);
        await arena.ReactAsync(open, ArenaDriver.Member(6), Choice.B);
        await arena.IsStoredAsync(open.Id, BattleState.Settled);
        arena.NothingWarned();
    }

    [Fact]
    public async Task A_settled_message_shows_the_true_tally_even_if_the_process_dies_before_it_could()
    {
        await using var arena = await ArenaDriver.StartAsync(new BattleOptions { Streaming = RevealOfText.Complete, Seed = 1, Quorum = 3 });
        var battle = await arena.OpenVoteAsync();
        for (var member = 3; member <= 5; member++)
            await arena.ReactAsync(battle, ArenaDriver.Member(member), Choice.A);
        await Eventually.TrueAsync(
            async () => await arena.QueryAsync<long>("select count(*) from battles where shown_state = 'Settled'") == 1, "that it is shown is stored");
        arena.Screen.Before = (what, _) => what == "show" ? Task.Delay(Timeout.Infinite, Token) : Task.CompletedTask;
        await ExcludeAsync(arena, [4, 5]);

        await arena.DieAndRestartAsync(run: false);
        arena.Screen.Before = null;
        arena.Run();

        await Eventually.TrueAsync(() => arena.Screen.Find(battle.Id)!.Latest.Tally == new Tally(1, 0, 0, 0), "the message shows one ballot");
    }

    [Fact]
    public async Task In_an_open_vote_a_ballot_that_is_changed_stays_excluded_and_one_that_is_withdrawn_and_cast_again_is_a_new_one()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var open = await arena.OpenVoteAsync();
        foreach (var member in new[] { 4, 5 })
            await arena.ReactAsync(open, ArenaDriver.Member(member), Choice.A);
        var first = Assert.IsType<ExcludeResult.Excluded>(await ExcludeAsync(arena, [4, 5]));

        await arena.ReactAsync(open, ArenaDriver.Member(4), Choice.B);
        await arena.UnreactAsync(open, ArenaDriver.Member(5), Choice.A);
        await arena.ReactAsync(open, ArenaDriver.Member(5), Choice.B);
        Assert.Equal([ArenaDriver.Member(5)], (await arena.BallotsAsync(open)).Keys);

        // The new one can be excluded, too; taken back, it counts as before, for the first exclusion was not about it.
        var second = Assert.IsType<ExcludeResult.Excluded>(await ExcludeAsync(arena, [5]));
        Assert.Equal(1, second.Count.Ballots);
        Assert.Equal(1, Assert.IsType<RestoreResult.Restored>(await RestoreAsync(arena, second.Id)).Count.Ballots);
        Assert.Equal([ArenaDriver.Member(5)], (await arena.BallotsAsync(open)).Keys);

        Assert.Equal(1, Assert.IsType<RestoreResult.Restored>(await RestoreAsync(arena, first.Id)).Count.Ballots);
        Assert.Equal(2, (await arena.BallotsAsync(open)).Count);
    }

    private static Task<ExcludeResult> ExcludeAsync(ArenaDriver arena, int[] members) => arena.Get<ExclusionDesk>().ExcludeAsync(
        new ExclusionRequest(ArenaDriver.Server, [.. members.Select(ArenaDriver.Member)], "a test", Mod), Token);

    private static Task<RestoreResult> RestoreAsync(ArenaDriver arena, ExclusionId id) =>
        arena.Get<ExclusionDesk>().RestoreAsync(ArenaDriver.Server, id, Mod, Token);

    /// <summary>Six battles: some vote for the fox, others for the owl.</summary>
    private static async Task PlayAsync(ArenaDriver arena, int[] fox, int[] owl, ServerId? server = null)
    {
        for (var i = 0; i < 6; i++)
        {
            var battle = await arena.OpenVoteAsync(arena.Request(server: server));
            foreach (var member in fox)
                await arena.ReactAsync(battle, ArenaDriver.Member(member), battle.ModelA == "fox:1b" ? Choice.A : Choice.B);
            foreach (var member in owl)
                await arena.ReactAsync(battle, ArenaDriver.Member(member), battle.ModelA == "fox:1b" ? Choice.B : Choice.A);
            arena.Time.Advance(TimeSpan.FromSeconds(5));
            await arena.RevealAsync(battle);
        }
    }

    private static async Task<(string Ratings, string Verdicts, long Counted)> StateAsync(ArenaDriver arena)
    {
        var ratings = await RowsAsync<string>(
            arena, "select system || server_id || category || tag || '=' || round(rating, 6) || '/' || ballots || '/' || wins || '/' || losses from ratings where system <> 'BradleyTerry' order by 1");
        var verdicts = await RowsAsync<string>(arena, "select id || coalesce(verdict, '-') from battles order by id");
        return (string.Join('\n', ratings), string.Join(' ', verdicts), await arena.QueryAsync<long>("select count(*) from ballots where counted = 1"));
    }

    private static async Task<IReadOnlyList<T>> RowsAsync<T>(ArenaDriver arena, string sql)
    {
        await using var connection = await arena.Database.OpenReadAsync(Token);
        return [.. await connection.QueryAsync<T>(sql)];
    }
}
