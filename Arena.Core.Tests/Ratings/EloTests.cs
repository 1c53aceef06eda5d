using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

public sealed class EloTests
{
    private static readonly EloOptions Default = new();

    [Theory]
    [InlineData(0.5, 1050)]
    [InlineData(7.6, 1760)]
    [InlineData(14.0, 2400)]
    [InlineData(70.0, 2400)]
    [InlineData(null, 1100)]
    [InlineData(0.0, 1100)]
    [InlineData(-3.0, 1100)]
    [InlineData(double.NaN, 1100)]
    [InlineData(double.PositiveInfinity, 1100)]
    public void A_model_starts_by_its_size_up_to_the_cap(double? size, double start) =>
        Assert.Equal(start, Elo.Start(size, Default), 1e-9);

    [Fact]
    public void Without_the_cap_a_70B_model_starts_at_8000() =>
        Assert.Equal(8000, Elo.Start(70, Default with { SizeCapBillions = null }));

    [Fact]
    public void Without_the_size_rule_everyone_starts_alike_and_plays_for_the_same()
    {
        var options = Default with { UseSize = false, K = 4 };
        Assert.Equal(1000, Elo.Start(70, options));
        Assert.Equal(4, Elo.Stake(Verdict.B, 70, 1, 70, options));
        Assert.Equal((1002, 998), Elo.Update(1000, 1000, Verdict.A, 70, 1, 70, options));
    }

    [Fact]
    public void A_small_model_that_beats_a_large_one_gains_more_and_the_other_way_less()
    {
        // 32 × (1 + (7.6 − 3.2) / 14) and 32 × (1 − (7.6 − 3.2) / 14)
        Assert.Equal(42.057142857142857, Elo.Stake(Verdict.B, 7.6, 3.2, 14, Default), 1e-12);
        Assert.Equal(21.942857142857143, Elo.Stake(Verdict.A, 7.6, 3.2, 14, Default), 1e-12);
    }

    [Fact]
    public void The_upset_of_a_larger_model_moves_both_by_the_same_points()
    {
        // A 3.2 B model at 1320 beats a 7.6 B model at 1760 where those are the two largest:
        // K = 32 × (1 + 4.4/7.6) = 50.526, E = 1/(1 + 10^(440/400)) = 0.0736, so 46.8 points move.
        var (a, b) = Elo.Update(1760, 1320, Verdict.B, 7.6, 3.2, 7.6, Default);
        Assert.Equal(1713, a, 0.5);
        Assert.Equal(1367, b, 0.5);
    }

    [Fact]
    public void In_a_tie_sizes_are_not_asked()
    {
        Assert.Equal(32, Elo.Stake(Verdict.Tie, 70, 1, 70, Default));
        Assert.Equal((1000, 1000), Elo.Update(1000, 1000, Verdict.Tie, 70, 1, 70, Default));
    }

    [Fact]
    public void No_more_than_KMax_is_ever_at_stake() =>
        Assert.Equal(40, Elo.Stake(Verdict.B, 70, 1, 70, Default with { KMax = 40 }));

    [Fact]
    public void The_stake_stays_positive_even_where_the_largest_size_was_not_recorded()
    {
        Assert.Equal(32 * (1 - 6 / 7.0), Elo.Stake(Verdict.A, 7, 1, null, Default), 1e-12);
        Assert.Equal(32 * (1 - 6 / 7.0), Elo.Stake(Verdict.A, 7, 1, 3, Default), 1e-12);
    }

    [Fact]
    public void The_largest_size_counts_unknown_sizes_as_one()
    {
        Assert.Equal(7, Elo.LargestSize([0.5, 7, null]));
        Assert.Equal(1, Elo.LargestSize([0.5, null]));
        Assert.Equal(0.5, Elo.LargestSize([0.5, 0.25]));
        Assert.Equal(1, Elo.LargestSize([]));
    }

    [Fact]
    public void An_update_leaves_the_sum_of_the_pair_unchanged_and_mirrors_with_the_sides()
    {
        var random = new Random(20260122);
        for (var i = 0; i < 5_000; i++)
        {
            var (ratingA, ratingB) = (random.NextDouble() * 3000, random.NextDouble() * 3000);
            double? sizeA = random.Next(5) == 0 ? null : random.NextDouble() * 80;
            double? sizeB = random.Next(5) == 0 ? null : random.NextDouble() * 80;
            var sizeMax = Elo.LargestSize([sizeA, sizeB, random.NextDouble() * 80]);
            var verdict = (Verdict)random.Next(3);

            var (afterA, afterB) = Elo.Update(ratingA, ratingB, verdict, sizeA, sizeB, sizeMax, Default);
            Assert.Equal(ratingA + ratingB, afterA + afterB, 1e-9);

            var mirrored = verdict switch { Verdict.A => Verdict.B, Verdict.B => Verdict.A, _ => verdict };
            var (swappedB, swappedA) = Elo.Update(ratingB, ratingA, mirrored, sizeB, sizeA, sizeMax, Default);
            Assert.Equal(afterA, swappedA, 1e-9);
            Assert.Equal(afterB, swappedB, 1e-9);

            if (verdict == Verdict.A)
                Assert.True(afterA >= ratingA, "The winner lost points.");
        }
    }

    [Fact]
    public void An_unknown_verdict_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Elo.Update(1, 1, (Verdict)9, null, null, null, Default));
}
