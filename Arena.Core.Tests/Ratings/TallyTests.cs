using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

public sealed class TallyTests
{
    [Theory]
    [InlineData(3, 1, 0, 0, Verdict.A)]
    [InlineData(1, 3, 0, 0, Verdict.B)]
    [InlineData(2, 2, 0, 0, Verdict.Tie)]
    [InlineData(0, 0, 1, 0, Verdict.Tie)]
    [InlineData(0, 0, 0, 1, Verdict.Tie)]
    [InlineData(3, 1, 2, 1, Verdict.A)]      // three for A, three for neither: A still wins
    [InlineData(3, 1, 2, 2, Verdict.Tie)]    // four for neither outweigh three for A
    [InlineData(1, 3, 4, 0, Verdict.Tie)]
    [InlineData(1, 3, 0, 3, Verdict.B)]
    public void The_verdict_needs_more_ballots_than_the_other_side_and_no_fewer_than_neither(
        int a, int b, int tie, int bothBad, Verdict verdict) =>
        Assert.Equal(verdict, new Tally(a, b, tie, bothBad).Verdict);

    [Fact]
    public void Without_a_counted_ballot_there_is_no_verdict_and_no_share()
    {
        Assert.Null(default(Tally).Verdict);
        Assert.Null(default(Tally).Share);
    }

    [Fact]
    public void A_ballot_for_neither_side_is_half_a_ballot_for_each() =>
        Assert.Equal(0.625, new Tally(2, 1, 0, 1).Share);

    [Fact]
    public void Swapping_the_sides_mirrors_verdict_and_share()
    {
        for (var a = 0; a < 5; a++)
        for (var b = 0; b < 5; b++)
        for (var tie = 0; tie < 4; tie++)
        for (var bad = 0; bad < 4; bad++)
        {
            var tally = new Tally(a, b, tie, bad);
            Verdict? mirrored = tally.Verdict switch { Verdict.A => Verdict.B, Verdict.B => Verdict.A, var other => other };
            Assert.Equal(mirrored, tally.Swapped.Verdict);
            if (tally.Share is { } share)
                Assert.Equal(1 - share, tally.Swapped.Share!.Value, 1e-15);
        }
    }
}
