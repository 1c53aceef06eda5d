using Arena.Core.Battles.Voting;
using Bot.Presentation.Battles;

namespace Bot.Tests.Presentation.Battles;

public sealed class UncountedSentencesTests
{
    [Fact]
    public void Reasons_are_told_with_their_numbers() => Assert.Equal(
        "3 votes are not counted: 2 from accounts that are too young, 1 excluded by moderators.",
        UncountedSentences.Of(new Dictionary<UncountedReason, int> { [UncountedReason.Excluded] = 1, [UncountedReason.AccountTooYoung] = 2 }));

    [Theory]
    [InlineData(1, "1 vote is not counted: from a member who joined too lately.")]
    [InlineData(2, "2 votes are not counted: from members who joined too lately.")]
    [InlineData(1_234, "1,234 votes are not counted: from members who joined too lately.")]
    public void A_single_reason_needs_no_number_of_its_own(int count, string sentence) =>
        Assert.Equal(sentence, UncountedSentences.Of(new Dictionary<UncountedReason, int> { [UncountedReason.JoinedTooLately] = count }));

    [Fact]
    public void Every_reason_has_its_words()
    {
        foreach (var reason in Enum.GetValues<UncountedReason>())
        {
            var sentence = UncountedSentences.Of(new Dictionary<UncountedReason, int> { [reason] = 2 });
            Assert.Matches("^2 votes are not counted: [a-z].+[a-z]\\.$", sentence);
        }
    }
}
