using System.Globalization;
using System.Text.Json;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Storage;
using Arena.Core.Tests.Ratings;

namespace Arena.Core.Tests.Leaderboards;

/// <summary>The golden sets through the database: written as battles and ballots, read as boards.</summary>
public sealed class GoldenBoardsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData("small", 0), InlineData("medium", 10)]
    public async Task The_official_board_is_the_golden_one(string set, int provisional)
    {
        var golden = GoldenSet.Read(set);
        await using var arena = await RatedArena.OfAsync(golden, provisional);

        var board = await BoardAsync(arena, Scope.Everywhere);

        Same(Default(golden, provisional), board);
        Assert.Equal(board.Rows.Select(row => row.Rating), (await BoardAsync(arena, new Scope(new ServerId(1), null))).Rows.Select(row => row.Rating));
        Assert.Equal(golden.Comparisons.Where(c => c.Tally.Counted > 0).Sum(c => c.Tally.Counted), board.Ballots);
        Assert.Equal(golden.Comparisons.Count(c => c.Tally.Counted > 0), board.Battles);
    }

    [Fact]
    public async Task The_board_of_a_category_is_the_golden_one()
    {
        var golden = GoldenSet.Read("medium");
        await using var arena = await RatedArena.OfAsync(golden, 10);

        Same(golden.Expected.GetProperty("scope_category_coding"), await BoardAsync(arena, new Scope(null, "coding")));
        Same(golden.Expected.GetProperty("scope_category_coding"), await BoardAsync(arena, new Scope(new ServerId(1), "coding")));
    }

    [Fact]
    public async Task The_board_at_the_end_of_each_day_is_the_golden_one()
    {
        var golden = GoldenSet.Read("medium");
        await using var arena = await RatedArena.OfAsync(golden, 10);
        var boards = arena.NewBoards();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = boards.RunAsync(stop.Token);
        await arena.Time.SomebodyWaitsAsync(LiveBoards.Oldest);

        var days = golden.Expected.GetProperty("history_bradley_terry").EnumerateArray().ToList();
        Assert.Equal(3, days.Count);
        var histories = await arena.Reader(boards).TopHistoriesAsync(RatingSystem.BradleyTerry, Scope.Everywhere, 99, Token);
        Assert.Equal(12, histories.Count);
        foreach (var day in days)
        {
            var end = DateTimeOffset.Parse(day.GetProperty("day").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).AddDays(1);
            foreach (var model in day.GetProperty("ratings").EnumerateObject())
            {
                var point = Assert.Single(histories.Single(series => series.Model.Tag == model.Name).Points, point => point.At == end);
                Equal(model.Value, point.After);
                Assert.Null(point.Battle);
            }
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Empty(arena.Log.Warnings);
    }

    [Theory, InlineData(DrawWeights.Drawn, "drawn"), InlineData(DrawWeights.Pairs, "pairs")]
    public async Task Draw_weights_come_out_of_the_database_as_they_went_in(DrawWeights weights, string name)
    {
        var golden = GoldenSet.Read("medium");
        await using var arena = await RatedArena.OfAsync(golden, 10, weights);
        var expected = golden.Expected.GetProperty("bradley_terry").EnumerateArray().Single(fit =>
            fit.GetProperty("settings") is var settings && settings.GetProperty("rho").GetDouble() == 0.3
            && settings.GetProperty("prior").GetDouble() == 2 && settings.GetProperty("draw_weights").GetString() == name);

        Same(expected, await BoardAsync(arena, Scope.Everywhere));
    }

    [Fact]
    public async Task Styles_come_out_of_the_database_summed_over_the_turns_and_beside_the_right_battle()
    {
        var golden = GoldenSet.Read("medium");
        await using var arena = await RatedArena.OfAsync(golden, 10);
        await arena.ExecuteAsync("update answers set bold = null where battle_id = 1 and side = 'B' and turn = 2");
        var byId = golden.Comparisons.ToDictionary(battle => battle.Battle);

        var read = await new ComparisonStore(arena.Database).ReadAsync(Scope.Everywhere, null, withStyles: true, Token);

        Assert.Equal(395, read.Count);
        Assert.All(read, battle =>
        {
            Assert.Equal(byId[battle.Battle].StyleA, battle.StyleA);
            Assert.Equal(battle.Battle == 1 ? null : byId[battle.Battle].StyleB, battle.StyleB);
        });
    }

    private static async Task<Standings> BoardAsync(RatedArena arena, Scope scope) => Assert.IsType<StandingsResult.Found>(
        await arena.Reader(arena.NewBoards()).ReadAsync(RatingSystem.BradleyTerry, scope, styleControlled: false, Token)).Standings;

    private static JsonElement Default(GoldenSet golden, int provisional) =>
        golden.Expected.GetProperty("bradley_terry").EnumerateArray().Single(fit => fit.GetProperty("settings") is var settings
            && settings.GetProperty("rho").GetDouble() == 0.3 && settings.GetProperty("prior").GetDouble() == 2
            && settings.GetProperty("draw_weights").GetString() == "none" && settings.GetProperty("provisional_below").GetInt32() == provisional);

    private static void Same(JsonElement expected, Standings board)
    {
        var models = expected.GetProperty("models").EnumerateArray().ToDictionary(model => model.GetProperty("model").GetString()!);
        Assert.Equal(models.Count, board.Rows.Count);
        foreach (var row in board.Rows)
        {
            var model = models[row.Model.Tag];
            Equal(model.GetProperty("rating"), row.Rating);
            Equal(model.GetProperty("lower"), row.Interval!.Value.Lower);
            Equal(model.GetProperty("upper"), row.Interval!.Value.Upper);
            Assert.Equal(model.GetProperty("battles").GetInt32(), row.Record.Battles);
            Assert.Equal(model.GetProperty("provisional").GetBoolean() ? null : model.GetProperty("rank").GetInt32(), row.Rank);
        }

        var inOrder = board.Rows.Where(row => row.Rank is not null).Select(row => row.Rating).ToList();
        Assert.Equal(inOrder.OrderDescending(), inOrder);
    }

    private static void Equal(JsonElement expected, double actual)
    {
        var value = expected.GetDouble();
        Assert.Equal(value, actual, 1e-9 * Math.Max(1, Math.Abs(value)));
    }
}
