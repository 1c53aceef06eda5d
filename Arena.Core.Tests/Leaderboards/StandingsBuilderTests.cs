using Arena.Core.Leaderboards;
using Arena.Core.Ratings;

namespace Arena.Core.Tests.Leaderboards;

public sealed class StandingsBuilderTests
{
    private static readonly BoardOptions Options = new();

    [Fact]
    public void Score_goes_by_score_then_battles_then_code_point()
    {
        var rows = StandingsBuilder.ByScore(
        [
            Boards.Rated("b", 1000, wins: 1, losses: 2),      // 1/4 of three battles
            Boards.Rated("c", 3000, wins: 2, losses: 5),      // 2/8 of seven battles: the same score, more battles
            Boards.Rated("a", 1000, wins: 1, losses: 2),
            Boards.Rated("d", 1000, wins: 10),                // 10/11
        ]);
        Assert.Equal(["d", "c", "a", "b"], rows.Select(r => r.Model.Tag));
        Assert.Equal([1, 2, 3, 3], rows.Select(r => r.Rank));
    }

    [Fact]
    public void Score_does_not_list_a_model_without_a_counted_battle() =>
        Assert.Empty(StandingsBuilder.ByScore([Boards.Rated("a", 1000, wins: 0)]));

    [Fact]
    public void Elo_lists_provisional_models_below_without_a_rank()
    {
        var rows = StandingsBuilder.ByElo(
            [Boards.Rated("new", 2400, wins: 9), Boards.Rated("old", 1200), Boards.Rated("mid", 1300), Boards.Rated("none", 1100, wins: 0)], Options);
        Assert.Equal(["mid", "old", "new", "none"], rows.Select(r => r.Model.Tag));
        Assert.Equal([1, 2, null, null], rows.Select(r => r.Rank));
        Assert.Equal([false, false, true, true], rows.Select(r => r.IsProvisional));
    }

    [Fact]
    public void Equal_ratings_share_a_rank_and_the_next_counts_on()
    {
        var rows = StandingsBuilder.ByElo([Boards.Rated("a", 1200), Boards.Rated("b", 1200), Boards.Rated("c", 1100)], Options);
        Assert.Equal([1, 1, 3], rows.Select(r => r.Rank));
    }

    [Fact]
    public void Models_that_share_a_name_are_called_by_their_tags()
    {
        var rows = StandingsBuilder.ByElo(
            [Boards.Rated("owl:7b-q4", 1200, name: "Owl"), Boards.Rated("owl:7b-q8", 1100, name: "Owl"), Boards.Rated("fox:1b", 1000, name: "Fox")], Options);
        Assert.Equal(["owl:7b-q4", "owl:7b-q8", "Fox"], rows.Select(r => r.Name));
    }
}
