using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

/// <summary>A damped battle weighs less in every fit and has less at stake, and is one battle all the same.</summary>
public sealed class DampingTests
{
    private static readonly BradleyTerryOptions Options = new() { ProvisionalBattles = 0 };

    [Fact]
    public void Two_battles_of_half_the_weight_are_worth_one_to_the_fit_and_count_as_two()
    {
        Comparison[] others = [.. ReferenceData.Battles("a", "b", 3, 1), .. ReferenceData.Battles("b", "c", 2, 2)];
        var one = ReferenceData.Battle(0, "a", "c", new Tally(2, 1, 0, 0));
        var half = one with { Damping = 0.5 };

        var whole = BradleyTerry.Fit(ComparisonTable.Of([.. others, one]), Options, TestContext.Current.CancellationToken);
        var halves = BradleyTerry.Fit(ComparisonTable.Of([.. others, half, half]), Options, TestContext.Current.CancellationToken);

        foreach (var (tag, i) in whole.Models.Select((tag, i) => (tag, i)))
            Assert.Equal(whole.Theta(i), halves.Theta(halves.NumberOf(tag)!.Value), 1e-9);
        Assert.Equal((9, 10), (whole.Battles, halves.Battles));
        Assert.Equal(4 + 2, halves.Records[halves.NumberOf("a")!.Value].Battles);
    }

    [Fact]
    public void A_table_and_sums_that_grow_battle_by_battle_weigh_alike()
    {
        Comparison[] battles = [.. MadeUpBattles().Select((battle, i) => battle with { Damping = i % 3 == 0 ? 0.3 : 1 })];
        var sums = new PairSums(Options.Rho);
        foreach (var battle in battles)
            sums.Add(battle);

        var (grown, table) = (BradleyTerry.Fit(sums, Options, TestContext.Current.CancellationToken), BradleyTerry.Fit(ComparisonTable.Of(battles), Options, TestContext.Current.CancellationToken));

        for (var i = 0; i < grown.Models.Count; i++)
            Assert.Equal((grown.Theta(i), grown.Lower(i)), (table.Theta(i), table.Lower(i)));
        var drawn = BradleyTerryBootstrap.Run(ComparisonTable.Of(battles), table, 200, 1, TestContext.Current.CancellationToken);
        Assert.InRange(drawn.Median(0), table.Lower(0), table.Upper(0));
    }

    [Fact]
    public void In_the_game_a_damped_battle_moves_that_much_less_both_ways_it_can_be_played()
    {
        var battle = ReferenceData.Battle(0, "a", "b", new Tally(1, 0, 0, 0));
        var whole = EloReplay.Run([battle], new EloOptions())["a"];
        var quarter = EloReplay.Run([battle with { Damping = 0.25 }], new EloOptions())["a"];
        var start = Elo.Start(null, new EloOptions());

        Assert.Equal((whole - start) / 4, quarter - start, 1e-9);
        Assert.Equal(quarter, EloReplay.Run(ComparisonTable.Of([battle with { Damping = 0.25 }]), new EloOptions())[0]);
    }

    private static IEnumerable<Comparison> MadeUpBattles() => Enumerable.Range(0, 40).Select(i =>
        ReferenceData.Battle(i, $"m{i % 4}", $"m{(i + 1 + i / 4 % 3) % 4}", new Tally(1 + i % 3, i % 2, i % 5 == 0 ? 1 : 0, 0)));
}
