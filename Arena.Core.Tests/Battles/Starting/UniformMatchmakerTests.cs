using Arena.Core.Battles;
using Arena.Core.Battles.Starting;
using Arena.Core.Roster;

namespace Arena.Core.Tests.Battles.Starting;

public sealed class UniformMatchmakerTests
{
    private static readonly Model[] Models =
        [.. "abcde".Select(name => new Model(name.ToString(), "", null, null, null, ModelKind.Unknown, [], ModelStatus.Active))];

    [Fact]
    public void Every_pair_on_every_side_comes_up_alike()
    {
        var dice = new Dice(3);
        var counts = Enumerable.Range(0, 20_000)
            .Select(_ => new UniformMatchmaker().Draw(Models, dice))
            .CountBy(draw => (draw.ModelA, draw.ModelB))
            .ToDictionary();

        Assert.Equal(20, counts.Count);
        // Chi-square with 19 degrees of freedom stays below 43.8 in 999 of 1,000 runs; the seed makes this the same run each time.
        Assert.True(counts.Values.Sum(count => Math.Pow(count - 1_000, 2) / 1_000) < 43.8);
    }

    [Fact]
    public void The_probability_is_one_over_the_number_of_pairs()
    {
        var draw = new UniformMatchmaker().Draw(Models, new Dice(1));
        Assert.Equal((0.1, 0.1), (draw.Probability, draw.UniformProbability));
        Assert.Equal(1, new UniformMatchmaker().Draw(Models[..2], new Dice(1)).Probability);
    }

    [Fact]
    public void The_same_seed_draws_the_same() =>
        Assert.Equal(
            Enumerable.Range(0, 10).Select(_ => new UniformMatchmaker().Draw(Models, new Dice(5))),
            Enumerable.Range(0, 10).Select(_ => new UniformMatchmaker().Draw(Models, new Dice(5))));

    [Fact]
    public void One_model_is_no_pair() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new UniformMatchmaker().Draw(Models[..1], new Dice(1)));
}
