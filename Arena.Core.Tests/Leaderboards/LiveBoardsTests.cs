using Arena.Core.Battles.Starting;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;

namespace Arena.Core.Tests.Leaderboards;

public sealed class LiveBoardsTests
{
    private static readonly string[] Models = ["owl", "fox", "yak", "elk", "bat"];
    private static readonly Scope Home = new(new ServerId(1), null);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_board_that_follows_the_battles_is_the_one_made_from_all_of_them()
    {
        await using var arena = await RatedArena.OpenAsync(null, null, Models);
        var boards = arena.NewBoards();
        var dice = new Random(3);
        for (var round = 0; round < 30; round++)
        {
            for (var battle = dice.Next(4); battle >= 0; battle--)
                await SettleAnyAsync(arena, boards, dice);
            arena.Time.Advance(LiveBoards.Oldest);
            foreach (var scope in new[] { Scope.Everywhere, Home, new Scope(null, "coding"), new Scope(new ServerId(2), "coding") })
            {
                var (live, scratch) = ((await boards.CurrentAsync(scope, Token)).Fit, await arena.FromScratchAsync(scope));
                Assert.Equal(scratch.Models, live.Models);
                Assert.Equal(scratch.Records, live.Records);
                for (var i = 0; i < scratch.Models.Count; i++)
                    Assert.Equal((scratch.Rating(i), scratch.Lower(i), scratch.Upper(i), scratch.Rank(i)), (live.Rating(i), live.Lower(i), live.Upper(i), live.Rank(i)));
            }
        }
    }

    [Fact]
    public async Task A_board_stays_as_it_is_while_the_next_one_is_made()
    {
        await using var arena = await RatedArena.OpenAsync(null, null, Models);
        var boards = arena.NewBoards();
        await arena.SettleAsync(boards, "owl", "fox", new Tally(2, 1, 0, 0));
        var first = await boards.CurrentAsync(Scope.Everywhere, Token);
        await arena.SettleAsync(boards, "owl", "fox", new Tally(0, 1, 0, 0));
        arena.Time.Advance(LiveBoards.Oldest);
        var second = await boards.CurrentAsync(Scope.Everywhere, Token);

        Assert.Equal((1, 3L), (first.Sums.Battles, first.Sums.Ballots));
        Assert.Equal((2, 4L), (second.Sums.Battles, second.Sums.Ballots));
        Assert.True(second.AsOf > first.AsOf);
    }

    [Fact]
    public async Task Within_a_second_the_same_board_is_served_and_after_it_a_reader_waits_for_the_next()
    {
        await using var arena = await RatedArena.OpenAsync(null, null, Models);
        var boards = arena.NewBoards();
        await arena.SettleAsync(boards, "owl", "fox", new Tally(1, 0, 0, 0));
        var first = await boards.CurrentAsync(Home, Token);

        await arena.SettleAsync(boards, "owl", "fox", new Tally(1, 0, 0, 0));
        arena.Time.Advance(LiveBoards.Oldest - TimeSpan.FromMilliseconds(1));
        Assert.Same(first, await boards.CurrentAsync(Home, Token));
        arena.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(2, (await boards.CurrentAsync(Home, Token)).Fit.Battles);
    }

    [Fact]
    public async Task Under_load_boards_are_made_once_a_second_and_are_current_when_it_ends()
    {
        await using var arena = await RatedArena.OpenAsync(null, null, Models);
        await using var running = new RunningBoards(arena);
        await arena.Time.SomebodyWaitsAsync(LiveBoards.Oldest);
        var dice = new Random(4);
        for (var second = 0; second < 5; second++)
        {
            for (var i = 0; i < 40; i++)
                await SettleAnyAsync(arena, running.Boards, dice);
            // Everything that settles within a second is added at once when it is over: nobody is served anything older.
            var settled = (second + 1) * 40;
            arena.Time.Advance(LiveBoards.Oldest);
            await Eventually.TrueAsync(() => running.Boards.Current?.Battles == settled, $"{settled} battles are in the board");
            Assert.Equal(settled, (await running.Boards.CurrentAsync(Scope.Everywhere, Token)).Fit.Battles);
            await arena.Time.SomebodyWaitsAsync(LiveBoards.Oldest);
        }

        await StoredIsCurrentAsync(arena);
    }

    [Fact]
    public async Task After_a_kill_between_settlement_and_refresh_the_stored_boards_are_brought_up_to_date_at_the_next_start()
    {
        await using var arena = await RatedArena.OpenAsync(null, null, Models);
        await using (var before = new RunningBoards(arena))
        {
            await arena.SettleAsync(before.Boards, "owl", "fox", new Tally(1, 0, 0, 0));
            await StoredIsCurrentAsync(arena);
        }

        // Settled and stored, and the process was gone before a board was made of it.
        await arena.SettleAsync([new Comparison(7, arena.Time.GetUtcNow(), "yak", "fox", new Tally(3, 0, 0, 0), null, null, 1)], 2, _ => "math");
        Assert.Equal(0, (await arena.QueryAsync<long>("select count(*) from ratings where system = 'BradleyTerry' and tag = 'yak'")).Single());

        await using var after = new RunningBoards(arena);
        await StoredIsCurrentAsync(arena);
        Assert.Equal(8, (await arena.QueryAsync<long>("select count(*) from ratings where system = 'BradleyTerry' and tag = 'yak'")).Single() * 2);
        Assert.Equal(2, after.Boards.Current?.Battles);
    }

    [Fact]
    public async Task A_day_is_kept_when_it_is_over_whether_or_not_another_battle_comes()
    {
        await using var arena = await RatedArena.OpenAsync(null, null, Models);
        await using var running = new RunningBoards(arena);
        await arena.SettleAsync(running.Boards, "owl", "fox", new Tally(1, 0, 0, 0));
        await StoredIsCurrentAsync(arena);
        Assert.Empty(await DaysAsync(arena));

        arena.Time.Advance(TimeSpan.FromHours(13));
        await DaysAreKeptAsync(arena, 1);
        Assert.Equal(
            await arena.QueryAsync<double>("select rating from ratings where system = 'BradleyTerry' and tag = 'owl' and server_id = 0"),
            await arena.QueryAsync<double>("select rating from rating_days where tag = 'owl' and server_id = 0"));

        // Two days without a battle have no boards of their own.
        arena.Time.Advance(TimeSpan.FromDays(2));
        await arena.SettleAsync(running.Boards, "owl", "fox", new Tally(0, 1, 0, 0));
        arena.Time.Advance(TimeSpan.FromDays(1));
        await DaysAreKeptAsync(arena, 2);

        var history = Assert.IsType<SeriesResult.Found>(
            await arena.Reader(running.Boards).HistoryAsync("owl", RatingSystem.BradleyTerry, Scope.Everywhere, Token)).Series.Points;
        Assert.Equal([new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.Zero)], history.Select(p => p.At));
        Assert.Equal(history[0].After, history[1].Before);
        Assert.True(history[1].After < history[0].After);
    }

    [Fact]
    public async Task A_battle_that_is_stored_after_midnight_still_counts_on_its_day()
    {
        await using var arena = await RatedArena.OpenAsync(new DateTimeOffset(2026, 11, 22, 23, 59, 59, TimeSpan.Zero), null, Models);
        var boards = arena.NewBoards();
        await arena.SettleAsync(boards, "owl", "fox", new Tally(1, 0, 0, 0));
        await arena.SettleAsync([new Comparison(9, arena.Time.GetUtcNow(), "owl", "fox", new Tally(0, 4, 0, 0), null, null, 1)]);
        arena.Time.Advance(TimeSpan.FromHours(1));

        await using var running = new RunningBoards(arena);
        await DaysAreKeptAsync(arena, 1);
        var scratch = await arena.FromScratchAsync(Scope.Everywhere);
        Assert.Equal(
            scratch.Rating(scratch.NumberOf("owl")!.Value),
            (await arena.QueryAsync<double>("select rating from rating_days where tag = 'owl' and server_id = 0")).Single(), 1e-9);
    }

    [Fact]
    public async Task What_was_read_before_a_replay_is_neither_served_nor_stored_after_it()
    {
        await using var arena = await RatedArena.OpenAsync(null, null, Models);
        var boards = arena.NewBoards();
        await arena.SettleAsync(boards, "owl", "fox", new Tally(1, 0, 0, 0));
        await arena.SettleAsync(boards, "yak", "fox", new Tally(0, 1, 0, 0));
        var before = await boards.CurrentAsync(Scope.Everywhere, Token);
        var store = new Arena.Core.Storage.BoardStore(arena.Database);

        await arena.ExecuteAsync("update ballots set counted = 0, reason = 'Excluded' where battle_id = (select max(id) from battles)");
        await arena.ExecuteAsync("update battles set verdict = null where id = (select max(id) from battles)");
        await arena.Replay(boards).RunAsync(null, "a test", Token);

        var after = await boards.CurrentAsync(Scope.Everywhere, Token);
        Assert.Equal((2, 1), (before.Fit.Battles, after.Fit.Battles));
        Assert.False(await store.KeepAsync(before, [], Token));
        Assert.True(await store.KeepAsync(after, [], Token));
        Assert.Equal(["fox", "owl"], await arena.QueryAsync<string>("select tag from ratings where system = 'BradleyTerry' and server_id = 0 order by tag"));
    }

    [Fact]
    public async Task What_can_not_be_stored_stops_nothing_and_is_stored_once_it_can_be()
    {
        await using var arena = await RatedArena.OpenAsync(null, null, Models);
        await using var running = new RunningBoards(arena);
        await arena.Time.SomebodyWaitsAsync(LiveBoards.Oldest);
        await arena.ExecuteAsync("create trigger full before insert on ratings when new.system = 'BradleyTerry' begin select raise(abort, 'no room'); end");
        await arena.SettleAsync(running.Boards, "owl", "fox", new Tally(1, 0, 0, 0));
        arena.Time.Advance(LiveBoards.Oldest);
        await Eventually.TrueAsync(() => arena.Log.Warnings.Any(line => line.Contains("no room", StringComparison.Ordinal)), "the failure is logged");
        Assert.Equal(1, (await running.Boards.CurrentAsync(Scope.Everywhere, Token)).Fit.Battles);

        await arena.ExecuteAsync("drop trigger full");
        await arena.Time.PassAsync(TimeSpan.FromSeconds(10));
        await StoredIsCurrentAsync(arena);
    }

    [Fact]
    public async Task A_thousand_scopes_take_no_more_room_than_they_are_given()
    {
        await using var arena = await RatedArena.OpenAsync(null, null, Models);
        var boards = arena.NewBoards(room: 100_000);
        var at = arena.Time.GetUtcNow();
        for (var server = 1; server <= 1_000; server++)
            await arena.SettleAsync([new Comparison(server, at.AddSeconds(server), Models[server % 5], Models[(server + 1) % 5], new Tally(1, 0, 0, 0), null, null, 1)], (ulong)server);

        await using var running = new RunningBoards(arena, boards);
        await StoredIsCurrentAsync(arena);
        await Eventually.TrueAsync(() => boards.Count < 30, $"there are few boards in memory");
        Assert.Equal(1_000, boards.Current?.Battles);
        Assert.Equal(1, (await boards.CurrentAsync(new Scope(new ServerId(1), null), Token)).Fit.Battles);
    }

    [Fact]
    public async Task There_is_no_strength_before_there_is_a_battle()
    {
        await using var arena = await RatedArena.OpenAsync(null, null, Models);
        var boards = arena.NewBoards();
        Assert.Null(((IStrengths)boards).Current);
        var board = await boards.CurrentAsync(Scope.Everywhere, Token);
        Assert.Empty(board.Fit.Models);
        Assert.Null(board.AsOf);
        Assert.Null(((IStrengths)boards).Current);

        await arena.SettleAsync(boards, "owl", "fox", new Tally(1, 0, 0, 0));
        arena.Time.Advance(LiveBoards.Oldest);
        await boards.CurrentAsync(Scope.Everywhere, Token);
        Assert.Equal(["owl", "fox"], ((IStrengths)boards).Current!.Models);
    }

    /// <summary>Lets time pass until every battle is in the stored boards.</summary>
    private static Task StoredIsCurrentAsync(RatedArena arena) => Eventually.TrueAsync(
        async () =>
        {
            if ((await new Arena.Core.Storage.BoardStore(arena.Database).BehindAsync(Token)).Count == 0)
                return true;
            arena.Time.Advance(LiveBoards.Oldest);
            return false;
        },
        "every board is stored");

    /// <summary>Lets time pass until so many days are stored: the boards may be about to rest when the day ends.</summary>
    private static Task DaysAreKeptAsync(RatedArena arena, int count) => Eventually.TrueAsync(
        async () =>
        {
            arena.Time.Advance(LiveBoards.Oldest);
            return (await DaysAsync(arena)).Count == count;
        },
        $"{count} days are kept");

    private static Task<IReadOnlyList<long>> DaysAsync(RatedArena arena) =>
        arena.QueryAsync<long>("select distinct day from rating_days where server_id = 0 and category = '' order by day");

    private static Task SettleAnyAsync(RatedArena arena, LiveBoards boards, Random dice)
    {
        var pair = Models.ToArray();
        dice.Shuffle(pair);
        return arena.SettleAsync(
            boards, pair[0], pair[1], new Tally(1 + dice.Next(3), dice.Next(3), dice.Next(2), dice.Next(2)), (ulong)dice.Next(1, 3),
            dice.Next(2) == 0 ? "coding" : null);
    }
}
