using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Roster;
using Arena.Core.Storage;

namespace Arena.Core.Tests.Leaderboards;

public sealed class LeaderboardReaderTests
{
    private static readonly Scope Home = new(new ServerId(1), null);
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_sees_its_own_battles_and_everywhere_sees_all()
    {
        await using var arena = await StoredArena.OpenAsync();
        await arena.SettleAsync(1, "coding", "owl:7b", "fox:1b", new Tally(0, 3, 0, 0));
        await arena.SettleAsync(2, "math", "owl:7b", "yak", new Tally(2, 0, 1, 0));

        var home = await BoardAsync(arena, RatingSystem.Elo, Home);
        Assert.Equal(["fox:1b", "owl:7b"], home.Rows.Select(r => r.Model.Tag).Order());
        Assert.Equal((1, 3), (home.Battles, home.Ballots));
        Assert.Equal(Boards.Noon.AddMinutes(1), home.AsOf);

        var everywhere = await BoardAsync(arena, RatingSystem.Elo, Scope.Everywhere);
        Assert.Equal(3, everywhere.Rows.Count);
        Assert.Equal((2, 6), (everywhere.Battles, everywhere.Ballots));
        Assert.Equal(Boards.Noon.AddMinutes(2), everywhere.AsOf);

        var math = await BoardAsync(arena, RatingSystem.Score, new Scope(null, "math"));
        Assert.Equal(["owl:7b", "yak"], math.Rows.Select(r => r.Model.Tag));
        Assert.Equal([0.5, 0.0], math.Rows.Select(r => r.Rating));

        var nothing = await BoardAsync(arena, RatingSystem.Elo, new Scope(new ServerId(1), "math"));
        Assert.Empty(nothing.Rows);
        Assert.Null(nothing.AsOf);
    }

    [Fact]
    public async Task A_battle_without_a_counted_ballot_is_on_no_board()
    {
        await using var arena = await StoredArena.OpenAsync();
        await arena.SettleAsync(1, null, "owl:7b", "fox:1b", default);
        var board = await BoardAsync(arena, RatingSystem.Elo, Home);
        Assert.Empty(board.Rows);
        Assert.Null(board.AsOf);
    }

    [Fact]
    public async Task Few_battles_make_a_model_provisional_on_the_Elo_board_alone()
    {
        await using var arena = await StoredArena.OpenAsync();
        await arena.SettleAsync(1, null, "owl:7b", "fox:1b", new Tally(0, 1, 0, 0));
        await arena.SettleAsync(1, null, "owl:7b", "fox:1b", new Tally(0, 1, 0, 0));
        await arena.SettleAsync(1, null, "yak", "fox:1b", new Tally(0, 1, 0, 0));

        var elo = await BoardAsync(arena, RatingSystem.Elo, Home);
        Assert.Equal(["owl:7b", "fox:1b", "yak"], elo.Rows.Select(r => r.Model.Tag));
        Assert.Equal([1, 2, null], elo.Rows.Select(r => r.Rank));
        Assert.True(elo.UsesSize);

        var score = await BoardAsync(arena, RatingSystem.Score, Home);
        Assert.Equal(["fox:1b", "owl:7b", "yak"], score.Rows.Select(r => r.Model.Tag));
        Assert.Equal([1, 2, 3], score.Rows.Select(r => r.Rank));
        Assert.False(score.UsesSize);
    }

    [Fact]
    public async Task Retired_and_flagged_models_keep_their_place()
    {
        await using var arena = await StoredArena.OpenAsync();
        await arena.AddModelAsync("old:3b", 3, "Retired");
        await arena.AddModelAsync("bad:3b", 3, "Flagged");
        await arena.SettleAsync(1, null, "old:3b", "bad:3b", new Tally(1, 0, 0, 0));
        var board = await BoardAsync(arena, RatingSystem.Elo, Home);
        Assert.Equal([ModelStatus.Retired, ModelStatus.Flagged], board.Rows.Select(r => r.Model.Status));
        Assert.Equal(["completion", "tools"], board.Rows[0].Model.Capabilities);
    }

    [Fact]
    public async Task A_card_tells_rank_record_and_the_last_ten()
    {
        await using var arena = await StoredArena.OpenAsync();
        for (var i = 0; i < 9; i++)
            await arena.SettleAsync(1, null, "owl:7b", "fox:1b", new Tally(1, 0, 0, 0));
        await arena.SettleAsync(1, null, "fox:1b", "owl:7b", new Tally(2, 1, 0, 0));
        await arena.SettleAsync(1, null, "owl:7b", "yak", new Tally(0, 0, 0, 1));
        var last = await arena.SettleAsync(1, null, "yak", "owl:7b", new Tally(0, 2, 0, 0));

        var card = await arena.Reader.ModelAsync("owl:7b", Home, Cancellation);

        Assert.NotNull(card);
        Assert.Equal(new BattleRecord(10, 1, 1, 15), card.Record);
        Assert.Equal(10, card.LastTen.Count);
        Assert.Equal(last, card.LastTen[0].Battle);
        Assert.Equal([BattleOutcome.Won, BattleOutcome.Tied, BattleOutcome.Lost, BattleOutcome.Won], card.LastTen.Take(4).Select(b => b.Outcome));
        Assert.Equal(["yak", "yak", "fox:1b"], card.LastTen.Take(3).Select(b => b.Opponent));
        Assert.Equal(card.RatingOf(RatingSystem.Elo)!.Rating, card.LastTen[0].EloAfter);
        Assert.Equal((1, 3), (card.RatingOf(RatingSystem.Elo)!.Rank, card.RatingOf(RatingSystem.Elo)!.Ranked));
        Assert.Equal(10 / 13.0, card.RatingOf(RatingSystem.Score)!.Rating);
        Assert.Equal((1, 3), (card.RatingOf(RatingSystem.BradleyTerry)!.Rank, card.RatingOf(RatingSystem.BradleyTerry)!.Ranked));
    }

    [Fact]
    public async Task A_model_that_never_fought_has_a_card_without_ratings_and_an_empty_history()
    {
        await using var arena = await StoredArena.OpenAsync();
        var card = await arena.Reader.ModelAsync("yak", Home, Cancellation);
        Assert.NotNull(card);
        Assert.Empty(card.Ratings);
        Assert.Empty(card.LastTen);
        Assert.Equal(0, card.Record.Battles);
        Assert.Empty(await SeriesAsync(arena, "yak", RatingSystem.Elo));
    }

    [Fact]
    public async Task An_unknown_model_is_told_apart_from_one_that_never_fought()
    {
        await using var arena = await StoredArena.OpenAsync();
        Assert.Null(await arena.Reader.ModelAsync("emu:9b", Home, Cancellation));
        Assert.Equal(
            new SeriesResult.NoSuchModel("emu:9b"), await arena.Reader.HistoryAsync("emu:9b", RatingSystem.Elo, Home, Cancellation));
    }

    [Fact]
    public async Task A_history_has_a_point_for_every_counted_battle()
    {
        await using var arena = await StoredArena.OpenAsync();
        await arena.SettleAsync(1, null, "owl:7b", "fox:1b", new Tally(1, 0, 0, 0));
        await arena.SettleAsync(1, null, "owl:7b", "fox:1b", default);
        await arena.SettleAsync(1, null, "fox:1b", "owl:7b", new Tally(1, 0, 0, 0));

        var elo = await SeriesAsync(arena, "owl:7b", RatingSystem.Elo);
        Assert.Equal([1, 3], elo.Select(p => p.Battle!.Value.Value));
        Assert.Equal(1700, elo[0].Before);
        Assert.Equal(elo[0].After, elo[1].Before);
        Assert.Equal(Boards.Noon.AddMinutes(3), elo[1].At);

        var score = await SeriesAsync(arena, "owl:7b", RatingSystem.Score);
        Assert.Equal([0.5, 1 / 3.0], score.Select(p => p.After));
    }

    [Fact]
    public async Task Replaying_what_is_stored_gives_the_stored_ratings()
    {
        await using var arena = await StoredArena.OpenAsync();
        var random = new Random(9);
        string[] models = ["owl:7b", "fox:1b", "yak"];
        for (var i = 0; i < 40; i++)
        {
            random.Shuffle(models);
            await arena.SettleAsync(
                (ulong)random.Next(1, 3), random.Next(2) == 0 ? "coding" : null, models[0], models[1],
                new Tally(random.Next(3), random.Next(3), random.Next(2), random.Next(2)));
        }

        foreach (var scope in new[] { Scope.Everywhere, Home, new Scope(null, "coding"), new Scope(new ServerId(2), "coding") })
        {
            var battles = await new ComparisonStore(arena.Database).ReadAsync(scope, null, withStyles: false, Cancellation);
            var replayed = EloReplay.Run(battles, new EloOptions());
            var records = Records.Of(battles);
            var board = await BoardAsync(arena, RatingSystem.Elo, scope);

            Assert.Equal(replayed.Count, board.Rows.Count);
            Assert.Equal(battles.Count, board.Battles);
            Assert.Equal(battles.Sum(b => b.Tally.Counted), board.Ballots);
            foreach (var row in board.Rows)
            {
                Assert.Equal(replayed[row.Model.Tag], row.Rating, 1e-9);
                Assert.Equal(records[row.Model.Tag], row.Record);
            }
        }
    }

    private static async Task<Standings> BoardAsync(StoredArena arena, RatingSystem system, Scope scope) =>
        Assert.IsType<StandingsResult.Found>(await arena.Reader.ReadAsync(system, scope, styleControlled: false, Cancellation)).Standings;

    private static async Task<IReadOnlyList<RatingPoint>> SeriesAsync(StoredArena arena, string tag, RatingSystem system) =>
        Assert.IsType<SeriesResult.Found>(await arena.Reader.HistoryAsync(tag, system, Home, Cancellation)).Series.Points;
}
