using Arena.Core.Battles;
using Arena.Core.Leaderboards;
using Arena.Core.Storage;
using Dapper;

namespace Arena.Core.Tests.Leaderboards;

public sealed class MemberReaderTests
{
    private static readonly MemberId Alice = new(1);
    private static readonly Scope Home = new(new ServerId(1), null);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_who_never_voted_has_nothing()
    {
        await using var arena = await BallotedArena.OpenAsync("owl:7b", "fox:1b");
        await arena.BattleAsync("owl:7b", "fox:1b", [(2, "A")], starter: 2);

        var summary = await arena.Members.SummaryAsync(Alice, Scope.Everywhere, Cancellation);

        Assert.Equal((0, 0, 0, 0, 0), (summary.Ballots, summary.Counted, summary.Started, summary.Compared, summary.Agreed));
        Assert.Empty(summary.Favourites);
        Assert.Null(summary.Agreement);
    }

    [Fact]
    public async Task The_moment_is_that_of_the_last_battle_the_member_voted_in()
    {
        await using var arena = await BallotedArena.OpenAsync("owl:7b", "fox:1b");
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "A")]);
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "-B")]);
        await arena.BattleAsync("owl:7b", "fox:1b", [(2, "A")]);

        Assert.Equal(Boards.Noon.AddMinutes(2), (await arena.Members.SummaryAsync(Alice, Home, Cancellation)).AsOf);
        Assert.Null((await arena.Members.SummaryAsync(new MemberId(9), Home, Cancellation)).AsOf);
    }

    [Fact]
    public async Task Only_settled_battles_are_told()
    {
        await using var arena = await BallotedArena.OpenAsync("owl:7b", "fox:1b");
        foreach (var state in Enum.GetValues<BattleState>())
            await arena.BattleAsync("owl:7b", "fox:1b", [(1, "A"), (2, "A")], state: state);

        var summary = await arena.Members.SummaryAsync(Alice, Scope.Everywhere, Cancellation);

        Assert.Equal((1, 1, 1, 1, 1), (summary.Ballots, summary.Counted, summary.Started, summary.Compared, summary.Agreed));
        Assert.All(summary.Favourites, favourite => Assert.Equal(1, favourite.Ballots));
    }

    [Fact]
    public async Task Ballots_that_are_not_counted_are_told_apart_and_favour_nobody()
    {
        await using var arena = await BallotedArena.OpenAsync("owl:7b", "fox:1b", "yak");
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "A")], starter: 2);
        await arena.BattleAsync("owl:7b", "yak", [(1, "-B"), (2, "B")], starter: 2);

        var summary = await arena.Members.SummaryAsync(Alice, Home, Cancellation);

        Assert.Equal((2, 1, 0), (summary.Ballots, summary.Counted, summary.Started));
        Assert.Equal((0, 0), (summary.Compared, summary.Agreed));
        Assert.Equal(["owl:7b", "fox:1b"], summary.Favourites.Select(favourite => favourite.Model.Tag));
    }

    [Fact]
    public async Task Few_ballots_do_not_make_a_favourite()
    {
        await using var arena = await BallotedArena.OpenAsync("owl:7b", "fox:1b", "yak");
        // The owl is liked in three of four, the yak in its only one; 4/6 against 2/3 is equal, and more ballots go first.
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "A")]);
        await arena.BattleAsync("fox:1b", "owl:7b", [(1, "B")]);
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "A")]);
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "B")]);
        await arena.BattleAsync("fox:1b", "yak", [(1, "B")]);

        var favourites = (await arena.Members.SummaryAsync(Alice, Home, Cancellation)).Favourites;

        Assert.Equal([("owl:7b", 4, 3.0, 4.0 / 6), ("yak", 1, 1.0, 2.0 / 3), ("fox:1b", 5, 1.0, 2.0 / 7)],
            favourites.Select(favourite => (favourite.Model.Tag, favourite.Ballots, favourite.Points, favourite.Liking)));
    }

    [Fact]
    public async Task A_tie_and_two_bad_answers_are_half_a_point_for_both()
    {
        await using var arena = await BallotedArena.OpenAsync("owl:7b", "fox:1b");
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "Tie")]);
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "BothBad")]);

        var favourites = (await arena.Members.SummaryAsync(Alice, Home, Cancellation)).Favourites;

        Assert.Equal([("fox:1b", 2, 1.0, 0.5), ("owl:7b", 2, 1.0, 0.5)],
            favourites.Select(favourite => (favourite.Model.Tag, favourite.Ballots, favourite.Points, favourite.Liking)));
    }

    [Fact]
    public async Task Agreement_is_with_the_verdict_of_the_others()
    {
        await using var arena = await BallotedArena.OpenAsync("owl:7b", "fox:1b");
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "A"), (2, "A"), (3, "B"), (4, "A")]);           // as the others
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "A"), (2, "A"), (3, "B")]);                     // the others are level, though A won with this ballot
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "Tie"), (2, "A"), (3, "B")]);                   // level, as this member says
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "BothBad"), (2, "Tie")]);                       // both are a tie to the mathematics
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "B"), (2, "A"), (3, "-B"), (4, "-B")]);         // ballots that do not count say nothing
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "B"), (2, "-B")]);                              // nobody to agree with
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "A")]);                                         // nobody else

        var summary = await arena.Members.SummaryAsync(Alice, Home, Cancellation);

        Assert.Equal((7, 7), (summary.Ballots, summary.Counted));
        Assert.Equal((5, 3), (summary.Compared, summary.Agreed));
        Assert.Equal(0.6, summary.Agreement);
    }

    [Fact]
    public async Task A_scope_is_one_server_or_one_category_or_both()
    {
        await using var arena = await BallotedArena.OpenAsync("owl:7b", "fox:1b");
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "A")], server: 1, category: "coding");
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "A")], server: 1);
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "A")], server: 2, category: "coding", starter: 5);

        async Task<(int, int)> In(ulong? server, string? category)
        {
            var scope = new Scope(server is { } id ? new ServerId(id) : null, category);
            var summary = await arena.Members.SummaryAsync(Alice, scope, Cancellation);
            Assert.Equal(scope, summary.Scope);
            return (summary.Ballots, summary.Started);
        }

        Assert.Equal((3, 2), await In(null, null));
        Assert.Equal((2, 2), await In(1, null));
        Assert.Equal((2, 1), await In(null, "coding"));
        Assert.Equal((1, 0), await In(2, "coding"));
        Assert.Equal((0, 0), await In(2, "math"));
    }

    [Fact]
    public async Task Models_that_share_a_name_are_called_by_their_tags_and_retired_ones_stay()
    {
        await using var arena = await BallotedArena.OpenAsync();
        await arena.AddModelAsync("owl:7b", "Owl");
        await arena.AddModelAsync("owl:3b", "Owl", status: "Retired");
        await arena.AddModelAsync("fox:1b", "Fox", status: "Flagged");
        await arena.BattleAsync("owl:7b", "owl:3b", [(1, "A")]);
        await arena.BattleAsync("owl:7b", "fox:1b", [(1, "A")]);

        var favourites = (await arena.Members.SummaryAsync(Alice, Home, Cancellation)).Favourites;

        Assert.Equal(["owl:7b", "Fox", "owl:3b"], favourites.Select(favourite => favourite.Name));
    }

    [Theory]
    [InlineData(MemberStore.OwnBallots, "ballots_by_member")]
    [InlineData(MemberStore.Started, "battles_started")]
    public async Task A_members_own_rows_are_found_by_an_index(string query, string index)
    {
        await using var arena = await BallotedArena.OpenAsync();
        await using var connection = await arena.Database.OpenReadAsync(Cancellation);

        var plan = (await connection.QueryAsync($"explain query plan {query}", new { Member = 1, Server = 1, Category = "" }))
            .Select(step => (string)step.detail).ToList();

        Assert.Matches($@"USING (COVERING )?INDEX {index}\b", plan[0]);
        Assert.All(plan, step => Assert.DoesNotContain("SCAN", step, StringComparison.Ordinal));
    }
}
