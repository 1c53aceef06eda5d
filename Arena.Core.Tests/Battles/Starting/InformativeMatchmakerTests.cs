using Arena.Core.Battles;
using Arena.Core.Battles.Starting;
using Arena.Core.Ratings;
using Arena.Core.Roster;
using Benchmarks;

namespace Arena.Core.Tests.Battles.Starting;

public sealed class InformativeMatchmakerTests
{
    private static readonly string[] Tags = ["a", "b", "c", "d", "e"];

    [Fact]
    public void Pairs_come_up_as_often_as_the_rule_says_on_either_side_alike()
    {
        var strengths = new Strengths { Current = Fit(("a", "b", 9, 3), ("b", "c", 4, 4), ("c", "d", 8, 1), ("a", "d", 5, 0)) };
        var expected = DrawRule.Probabilities(Tags, strengths.Current);
        var matchmaker = new InformativeMatchmaker(strengths);
        var dice = new Dice(3);

        var counts = Enumerable.Range(0, 50_000).Select(_ => matchmaker.Draw(Models(Tags), dice))
            .CountBy(draw => (draw.ModelA, draw.ModelB)).ToDictionary();

        var square = 0.0;
        foreach (var pair in expected)
        foreach (var (a, b) in new[] { (pair.First, pair.Second), (pair.Second, pair.First) })
        {
            var mean = 50_000 * pair.Probability / 2;
            square += Math.Pow(counts[(Tags[a], Tags[b])] - mean, 2) / mean;
        }

        Assert.True(expected.Max(pair => pair.Probability) > 3 * expected.Min(pair => pair.Probability));
        Assert.Equal(20, counts.Count);
        // Chi-square with 19 degrees of freedom stays below 43.8 in 999 of 1,000 runs; the seed makes this the same run each time.
        Assert.True(square < 43.8, $"Chi-square is {square}.");
    }

    [Fact]
    public void Every_draw_records_the_probability_of_the_rule_and_that_of_a_uniform_draw()
    {
        var strengths = new Strengths { Current = Fit(("a", "b", 9, 3), ("b", "c", 4, 4)) };
        var expected = DrawRule.Probabilities(Tags, strengths.Current).ToDictionary(p => (p.First, p.Second), p => p.Probability);
        var matchmaker = new InformativeMatchmaker(strengths);
        var dice = new Dice(7);
        for (var i = 0; i < 500; i++)
        {
            var draw = matchmaker.Draw(Models(Tags), dice);
            var (a, b) = (Array.IndexOf(Tags, draw.ModelA), Array.IndexOf(Tags, draw.ModelB));
            Assert.Equal(expected[(Math.Min(a, b), Math.Max(a, b))], draw.Probability);
            Assert.Equal(0.1, draw.UniformProbability, 1e-15);
        }
    }

    [Fact]
    public void A_new_fit_and_a_changed_roster_count_from_the_next_draw_on()
    {
        var strengths = new Strengths();
        var matchmaker = new InformativeMatchmaker(strengths);
        var dice = new Dice(1);
        Assert.Equal(0.1, matchmaker.Draw(Models(Tags), dice).Probability, 1e-15);

        strengths.Current = Fit(("a", "b", 9, 3), ("b", "c", 4, 4));
        IsOneOf(DrawRule.Probabilities(Tags, strengths.Current), matchmaker.Draw(Models(Tags), dice));

        strengths.Current = Fit(("a", "b", 3, 9), ("b", "c", 4, 4));
        IsOneOf(DrawRule.Probabilities(Tags, strengths.Current), matchmaker.Draw(Models(Tags), dice));

        // As many as before, but another one among them.
        string[] others = ["a", "b", "c", "d", "f"];
        for (var i = 0; i < 100; i++)
        {
            var draw = matchmaker.Draw(Models(others), dice);
            Assert.Subset(others.ToHashSet(), new HashSet<string> { draw.ModelA, draw.ModelB });
        }

        Assert.Equal(1, matchmaker.Draw(Models(["b", "a"]), dice).Probability);
    }

    [Fact]
    public void The_same_seed_draws_the_same()
    {
        var strengths = new Strengths { Current = Fit(("a", "b", 9, 3), ("b", "c", 4, 4)) };
        IEnumerable<PairDraw> Draws(int seed)
        {
            var (matchmaker, dice) = (new InformativeMatchmaker(strengths), new Dice(seed));
            return Enumerable.Range(0, 20).Select(_ => matchmaker.Draw(Models(Tags), dice)).ToList();
        }

        Assert.Equal(Draws(5), Draws(5));
        Assert.NotEqual(Draws(5), Draws(6));
    }

    [Fact]
    public void However_the_dice_fall_there_is_a_pair()
    {
        var matchmaker = new InformativeMatchmaker(new Strengths { Current = Fit(("a", "b", 9, 3)) });
        foreach (var value in new[] { 0, double.BitDecrement(1) })
        {
            var draw = matchmaker.Draw(Models(Tags), new LoadedDice(value));
            Assert.NotEqual(draw.ModelA, draw.ModelB);
        }
    }

    [Fact]
    public void One_model_is_no_pair() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new InformativeMatchmaker(new Strengths()).Draw(Models(["a"]), new Dice(1)));

    [Fact]
    public void It_needs_at_most_four_fifths_of_the_battles_that_the_uniform_draw_needs_until_the_order_is_right()
    {
        // The benchmark "draw" fits after every battle. The seeds make this the same each time.
        var token = TestContext.Current.CancellationToken;
        var informative = DrawTrial.BattlesUntilInOrder(PairDrawing.Informative, runs: 800, fitEvery: 8, token);
        var uniform = DrawTrial.BattlesUntilInOrder(PairDrawing.Uniform, runs: 800, fitEvery: 8, token);
        Assert.True(informative <= 0.80 * uniform, $"{informative} battles against {uniform}.");
    }

    [Fact]
    public void It_places_a_newcomer_in_half_of_the_battles()
    {
        var token = TestContext.Current.CancellationToken;
        var informative = DrawTrial.BattlesUntilPlaced(PairDrawing.Informative, runs: 80, token);
        var uniform = DrawTrial.BattlesUntilPlaced(PairDrawing.Uniform, runs: 80, token);
        Assert.True(informative <= 0.5 * uniform, $"{informative} battles against {uniform}.");
    }

    private static void IsOneOf(IReadOnlyList<PairProbability> pairs, PairDraw draw)
    {
        var (a, b) = (Array.IndexOf(Tags, draw.ModelA), Array.IndexOf(Tags, draw.ModelB));
        Assert.Contains(new PairProbability(Math.Min(a, b), Math.Max(a, b), draw.Probability), pairs);
    }

    private static List<Model> Models(string[] tags) =>
        [.. tags.Select(tag => new Model(tag, "", null, null, null, ModelKind.Unknown, [], ModelStatus.Active))];

    private static BradleyTerryFit Fit(params (string A, string B, int ForA, int ForB)[] pairs)
    {
        var sums = new PairSums(0.3);
        foreach (var (a, b, forA, forB) in pairs)
        for (var i = 0; i < forA + forB; i++)
            sums.Add(new Comparison(i, default, a, b, i < forA ? new Tally(1, 0, 0, 0) : new Tally(0, 1, 0, 0), null, null, null));
        return BradleyTerry.Fit(sums, new BradleyTerryOptions());
    }

    private sealed class Strengths : IStrengths
    {
        public BradleyTerryFit? Current { get; set; }
    }

    private sealed class LoadedDice(double value) : Random
    {
        public override double NextDouble() => value;
    }
}
