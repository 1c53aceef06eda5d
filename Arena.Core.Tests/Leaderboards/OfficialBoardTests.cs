using Arena.Core.Leaderboards;
using Arena.Core.Ratings;

namespace Arena.Core.Tests.Leaderboards;

/// <summary>The official board as readers get it, where there is little to go by.</summary>
public sealed class OfficialBoardTests
{
    private static readonly string[] Models = ["owl", "fox", "yak", "elk"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_arena_has_an_empty_board()
    {
        await using var arena = await RatedArena.OpenAsync(null, null, "owl");
        foreach (var styled in new[] { false, true })
        {
            var board = await BoardAsync(arena, styled);
            Assert.Empty(board.Rows);
            Assert.Equal((0, 0, null), (board.Battles, board.Ballots, board.AsOf));
            Assert.Equal(styled, board.IsStyleControlled);
        }

        var reader = arena.Reader(arena.NewBoards());
        Assert.Empty((await reader.ModelAsync("owl", Scope.Everywhere, Token))!.Ratings);
        Assert.Empty(Assert.IsType<SeriesResult.Found>(await reader.HistoryAsync("owl", RatingSystem.BradleyTerry, Scope.Everywhere, Token)).Series.Points);
        Assert.Empty(await reader.TopHistoriesAsync(RatingSystem.BradleyTerry, Scope.Everywhere, 5, Token));
        Assert.IsType<SeriesResult.NoSuchModel>(await reader.HistoryAsync("emu", RatingSystem.BradleyTerry, Scope.Everywhere, Token));
    }

    [Fact]
    public async Task Ties_alone_make_everybody_equal_and_share_the_first_rank()
    {
        await using var arena = await ArenaOf(provisional: 0, (0, 1, new Tally(0, 0, 3, 0)), (1, 2, new Tally(0, 0, 0, 2)), (2, 0, new Tally(1, 1, 0, 0)));
        var board = await BoardAsync(arena);
        Assert.All(board.Rows, row => Assert.Equal(1000, row.Rating, 1e-6));
        Assert.Equal([1, 1, 1], board.Rows.Select(row => row.Rank));
        Assert.Equal(["fox", "owl", "yak"], board.Rows.Select(row => row.Model.Tag).Order());
    }

    [Fact]
    public async Task Two_groups_that_never_met_stand_on_one_board_and_a_prediction_between_them_is_made()
    {
        await using var arena = await ArenaOf(provisional: 0, (0, 1, new Tally(4, 1, 0, 0)), (2, 3, new Tally(5, 0, 0, 0)));
        var board = await BoardAsync(arena);
        Assert.Equal(4, board.Rows.Count);
        Assert.All(board.Rows, row => Assert.True(double.IsFinite(row.Rating) && row.Interval!.Value.Lower < row.Rating && row.Rating < row.Interval.Value.Upper));

        var both = await arena.Reader(arena.NewBoards()).HeadToHeadAsync("owl", "elk", Scope.Everywhere, Token);
        Assert.NotNull(both);
        Assert.InRange(both.Expected!.Value, 0.5, 1);
        Assert.Null(both.Actual);
        Assert.Equal(default, both.Record);
    }

    [Fact]
    public async Task Without_a_prior_models_that_are_not_connected_are_named()
    {
        await using var arena = await ArenaOf(
            new BradleyTerryOptions { Prior = 0, ProvisionalBattles = 0 },
            (0, 1, new Tally(1, 1, 0, 0)), (1, 2, new Tally(2, 1, 0, 0)), (0, 3, new Tally(5, 0, 0, 0)));
        var boards = arena.NewBoards();
        var reader = arena.Reader(boards);

        var result = Assert.IsType<StandingsResult.NotConnected>(
            await reader.ReadAsync(RatingSystem.BradleyTerry, Scope.Everywhere, styleControlled: false, Token));
        Assert.Equal(["elk"], result.Outside);
        Assert.Null((await reader.ModelAsync("owl", Scope.Everywhere, Token))!.RatingOf(RatingSystem.BradleyTerry));
        Assert.NotNull((await reader.ModelAsync("owl", Scope.Everywhere, Token))!.RatingOf(RatingSystem.Elo));
        Assert.Null(boards.Current);

        // A share for the one outside connects it.
        await arena.SettleAsync(boards, "elk", "owl", new Tally(1, 0, 0, 0));
        arena.Time.Advance(LiveBoards.Oldest);
        Assert.Equal(4, (await boards.CurrentAsync(Scope.Everywhere, Token)).Fit.Models.Count);
    }

    [Fact]
    public async Task A_model_that_is_ranked_alone_is_the_zero_of_the_board_and_has_no_interval()
    {
        await using var arena = await ArenaOf(provisional: 3, (0, 1, new Tally(4, 1, 0, 0)), (0, 1, new Tally(3, 0, 0, 0)), (0, 2, new Tally(1, 0, 0, 0)));
        var board = await BoardAsync(arena);

        Assert.Equal([1, null, null], board.Rows.Select(row => row.Rank));
        Assert.Equal((1000, null), (board.Rows[0].Rating, board.Rows[0].Interval));
        Assert.All(board.Rows.Skip(1), row => Assert.True(row.Interval!.Value.Lower < row.Rating && row.Rating < row.Interval.Value.Upper));
        var card = (await arena.Reader(arena.NewBoards()).ModelAsync("owl", Scope.Everywhere, Token))!;
        Assert.Null(card.Ratings[0].Interval);
    }

    [Fact]
    public async Task A_card_tells_interval_and_rank_under_the_official_board_first()
    {
        await using var arena = await ArenaOf(provisional: 2, (0, 1, new Tally(4, 1, 0, 0)), (0, 1, new Tally(3, 0, 0, 0)), (0, 2, new Tally(1, 0, 0, 0)));
        var card = (await arena.Reader(arena.NewBoards()).ModelAsync("owl", Scope.Everywhere, Token))!;
        Assert.Equal([RatingSystem.BradleyTerry, RatingSystem.Elo, RatingSystem.Score], card.Ratings.Select(rating => rating.System));
        var official = card.Ratings[0];
        var scratch = await arena.FromScratchAsync(Scope.Everywhere);
        var owl = scratch.NumberOf("owl")!.Value;
        Assert.Equal((scratch.Rating(owl), scratch.Rank(owl), 2), (official.Rating, official.Rank, official.Ranked));
        Assert.Equal(new RatingInterval(scratch.Lower(owl), scratch.Upper(owl)), official.Interval);
        var board = await BoardAsync(arena);
        Assert.Equal(["owl", "fox", "yak"], board.Rows.Select(row => row.Model.Tag));
        Assert.Equal([scratch.Rank(owl), scratch.Rank(scratch.NumberOf("fox")!.Value), null], board.Rows.Select(row => row.Rank));
        Assert.Equal((2, false), (board.ProvisionalBelow, board.UsesSize));
    }

    [Fact]
    public async Task Two_models_are_put_beside_each_other_whatever_sides_they_stood_on()
    {
        await using var arena = await ArenaOf(
            provisional: 0, (0, 1, new Tally(4, 1, 0, 0)), (1, 0, new Tally(2, 1, 1, 0)), (1, 0, new Tally(0, 0, 1, 1)), (0, 2, new Tally(0, 9, 0, 0)));
        var both = (await arena.Reader(arena.NewBoards()).HeadToHeadAsync("owl", "fox", Scope.Everywhere, Token))!;
        Assert.Equal(new BattleRecord(1, 1, 1, 11), both.Record);
        Assert.Equal((4 + 1.5 + 1) / 11, both.Actual!.Value, 1e-12);
        var scratch = await arena.FromScratchAsync(Scope.Everywhere);
        Assert.Equal(scratch.Probability(scratch.NumberOf("owl")!.Value, scratch.NumberOf("fox")!.Value), both.Expected!.Value, 1e-12);
        Assert.Equal(["owl", "fox"], both.Histories.Select(series => series.Model.Tag));
        Assert.Equal([4, 3], both.Histories.Select(series => series.Points.Count));

        Assert.Null(await arena.Reader(arena.NewBoards()).HeadToHeadAsync("owl", "emu", Scope.Everywhere, Token));
        var elsewhere = (await arena.Reader(arena.NewBoards()).HeadToHeadAsync("owl", "fox", new Scope(new ServerId(2), null), Token))!;
        Assert.Equal((null, null, default), (elsewhere.Expected, elsewhere.Actual, elsewhere.Record));
    }

    [Fact]
    public async Task A_style_controlled_board_is_the_fit_with_style_and_says_what_length_is_worth()
    {
        var dice = new Random(2);
        var battles = Enumerable.Range(0, 60).Select(i => Style(dice, i)).ToArray();
        await using var arena = await RatedArena.OpenAsync(null, new BradleyTerryOptions { ProvisionalBattles = 0 }, Models);
        await arena.SettleAsync(battles);
        var boards = arena.NewBoards();
        var reader = arena.Reader(boards);

        var board = Assert.IsType<StandingsResult.Found>(
            await reader.ReadAsync(RatingSystem.BradleyTerry, Scope.Everywhere, styleControlled: true, Token)).Standings;

        var fit = StyleControl.Fit(ComparisonTable.Of(battles), arena.Options, Token);
        Assert.Equal(59, board.Battles);
        Assert.Equal(fit.Battles, board.Battles);
        Assert.All(board.Rows, row => Assert.Equal(fit.Rating(fit.NumberOf(row.Model.Tag)!.Value), row.Rating, 1e-6));
        Assert.Equal(fit.Covariates[0].PointsPerUnit, board.PointsPerLengthUnit!.Value, 1e-6);
        Assert.True(board.IsStyleControlled);

        // The next battle changes it.
        await arena.SettleAsync([Style(dice, 60) with { SettledAt = arena.Time.GetUtcNow().AddHours(2) }]);
        RatedArena.Tell(boards);
        arena.Time.Advance(LiveBoards.Oldest);
        var next = Assert.IsType<StandingsResult.Found>(
            await reader.ReadAsync(RatingSystem.BradleyTerry, Scope.Everywhere, styleControlled: true, Token)).Standings;
        Assert.Equal(60, next.Battles);
        Assert.True(next.AsOf > board.AsOf);
    }

    private static Comparison Style(Random dice, int i) => new(
        i + 1, RatedStart.AddMinutes(i), Models[i % 4], Models[(i + 1 + i / 4 % 3) % 4], new Tally(dice.Next(1, 4), dice.Next(4), 0, 0), null, null, 1)
    {
        StyleA = i == 5 ? null : Any(dice), StyleB = Any(dice),
    };

    private static DateTimeOffset RatedStart => new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static AnswerStyle Any(Random dice) => new(dice.Next(2, 500), dice.Next(4), dice.Next(9), dice.Next(5));

    private static Task<RatedArena> ArenaOf(int provisional, params (int A, int B, Tally Tally)[] battles) =>
        ArenaOf(new BradleyTerryOptions { ProvisionalBattles = provisional }, battles);

    private static async Task<RatedArena> ArenaOf(BradleyTerryOptions options, params (int A, int B, Tally Tally)[] battles)
    {
        var arena = await RatedArena.OpenAsync(null, options, Models);
        await arena.SettleAsync(battles.Select((battle, i) => new Comparison(
            i + 1, arena.Time.GetUtcNow().AddSeconds(i), Models[battle.A], Models[battle.B], battle.Tally, null, null, 1)));
        return arena;
    }

    private static async Task<Standings> BoardAsync(RatedArena arena, bool styled = false) => Assert.IsType<StandingsResult.Found>(
        await arena.Reader(arena.NewBoards()).ReadAsync(RatingSystem.BradleyTerry, Scope.Everywhere, styled, Token)).Standings;
}
