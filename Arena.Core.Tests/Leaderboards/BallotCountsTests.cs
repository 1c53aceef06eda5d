using Arena.Core.Battles;
using Arena.Core.Leaderboards;
using Arena.Core.Tests.Ratings;

namespace Arena.Core.Tests.Leaderboards;

public sealed class BallotCountsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_counted_before_the_first_battle()
    {
        await using var arena = await BallotedArena.OpenAsync();

        var counts = await CountAsync(arena, BallotProperty.Language, Scope.Everywhere);

        Assert.Empty(counts.Rows);
        Assert.Equal(0, counts.Total);
        Assert.Null(counts.AsOf);
    }

    [Fact]
    public async Task Counted_ballots_of_settled_battles_count()
    {
        await using var arena = await BallotedArena.OpenAsync("owl:7b", "fox:1b");
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "A"), (2, "BothBad"), (3, "-A")], category: "coding");
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "A")], category: "coding");
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "-A")], category: "math");
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "A")], category: "math", state: BattleState.Voting);
        await arena.BattleAsync("owl:7b", "fox:1b", [], category: "math");
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "Tie"), (2, "Tie"), (3, "Tie"), (4, "B")]);

        var counts = await CountAsync(arena, BallotProperty.Category, Scope.Everywhere);

        Assert.Equal([new BallotCount(null, 4, 1), new BallotCount("coding", 3, 2)], counts.Rows);
        Assert.Equal((7, Boards.Noon.AddMinutes(6)), (counts.Total, counts.AsOf));
    }

    [Fact]
    public async Task A_language_that_nobody_looked_for_is_not_known()
    {
        await using var arena = await BallotedArena.OpenAsync("owl:7b", "fox:1b");
        foreach (var language in new[] { null, "und", "de" })
        {
            await arena.BattleAsync("owl:7b", "fox:1b", [(1, "A")]);
            await arena.WriteAsync("update battles set language = @language where id = (select max(id) from battles)", new { language });
        }

        var counts = await CountAsync(arena, BallotProperty.Language, Scope.Everywhere);

        Assert.Equal([new BallotCount("und", 2, 2), new BallotCount("de", 1, 1)], counts.Rows);
    }

    [Fact]
    public async Task A_scope_is_one_server_or_one_category_or_both()
    {
        await using var arena = await BallotedArena.OpenAsync("owl:7b", "fox:1b");
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "A")], server: 1, category: "coding");
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "A")], server: 2, category: "coding");
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "A")], server: 2, category: "math");

        Assert.Equal(3, (await CountAsync(arena, BallotProperty.Category, Scope.Everywhere)).Total);
        Assert.Equal(2, (await CountAsync(arena, BallotProperty.Category, new Scope(new ServerId(2), null))).Total);
        Assert.Equal(2, (await CountAsync(arena, BallotProperty.Language, new Scope(null, "coding"))).Total);
        Assert.Equal(1, (await CountAsync(arena, BallotProperty.Language, new Scope(new ServerId(2), "math"))).Total);
        Assert.Equal(0, (await CountAsync(arena, BallotProperty.Language, new Scope(new ServerId(2), "writing"))).Total);
    }

    [Theory]
    [InlineData(BallotProperty.Language, "language")]
    [InlineData(BallotProperty.Category, "category")]
    public async Task The_golden_ballots_are_counted(BallotProperty by, string property)
    {
        var golden = GoldenSet.Read("medium");
        await using var arena = await RatedArena.OfAsync(golden);

        var counts = await arena.Charts.BallotCountsAsync(by, Scope.Everywhere, Cancellation);

        var expected = golden.Expected.GetProperty("ballots_by").GetProperty(property).EnumerateObject()
            .ToDictionary(value => value.Name, value => value.Value.GetInt32());
        Assert.Equal(expected, counts.Rows.ToDictionary(row => row.Value!, row => row.Ballots));
        Assert.Equal(counts.Rows.OrderByDescending(row => row.Ballots), counts.Rows);
        Assert.Equal(golden.Comparisons.Count(battle => battle.Tally.Counted > 0), counts.Rows.Sum(row => row.Battles));
    }

    private static Task<BallotCounts> CountAsync(BallotedArena arena, BallotProperty by, Scope scope) =>
        arena.Charts.BallotCountsAsync(by, scope, Cancellation);
}
