using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

public sealed class ScoreTests
{
    [Theory]
    [InlineData(10, 10, 0.909)]
    [InlineData(1, 1, 0.5)]
    [InlineData(0, 7, 0)]
    public void A_perfect_record_is_worth_more_the_longer_it_is(int wins, int battles, double score) =>
        Assert.Equal(score, Score.Of(wins, battles), 0.0005);

    [Fact]
    public void Equal_scores_are_equal_numbers() =>
        Assert.Equal(Score.Of(1, 3), Score.Of(2, 7));   // 1/4 and 2/8

    [Fact]
    public void A_model_without_a_battle_has_no_score() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Score.Of(0, 0));

    [Fact]
    public void More_wins_than_battles_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Score.Of(3, 2));
}
