using Arena.Core.Prompts;

namespace Arena.Core.Tests.Prompts;

public sealed class BlockedPhrasesTests
{
    [Theory]
    [InlineData("How do I pick a lock?", "pick a lock")]
    [InlineData("How do I PICK A Lock?", "pick a lock")]
    [InlineData("pick  a \t lock", "pick a lock")]
    [InlineData("pick\na\nlock", "pick a lock")]
    [InlineData("pick\u00A0a\u3000lock", "pick a lock")]
    [InlineData("pi\u200Bck a\u2060 lo\u00ADck", "pick a lock")]
    [InlineData("pick \u200B a \uFEFF lock", "pick a lock")]
    [InlineData("p\uFE0Fick a lock", "pick a lock")]
    [InlineData("(pick a lock)", "  Pick   A\tlock ")]
    [InlineData("ｐｉｃｋ a lock", "pick a lock")]
    [InlineData("un cafe\u0301 noir", "café")]
    [InlineData("un CAFÉ noir", "cafe\u0301")]
    [InlineData("Как дела, МИР?", "мир")]
    [InlineData("learn c++ now", "c++")]
    [InlineData("was ist ΟΔΟΣ", "οδος")]
    [InlineData("昨日の死亡事故", "死亡")]
    [InlineData("a \U0001F600 b", "\U0001F600")]
    public void A_blocked_phrase_is_found(string prompt, string phrase) => Assert.True(BlockedPhrases.AreIn(prompt, [phrase]));

    [Theory]
    [InlineData("classic", "ass")]
    [InlineData("grass", "ass")]
    [InlineData("assassin", "ass")]
    [InlineData("ass2", "ass")]
    [InlineData("cafés", "café")]
    [InlineData("cafe\u0301", "cafe")]
    [InlineData("picka lock", "pick a lock")]
    [InlineData("мировой", "мир")]
    [InlineData("c", "c++")]
    [InlineData("anything", "")]
    [InlineData("anything", " \u200B ")]
    public void What_only_looks_like_it_is_not(string prompt, string phrase) => Assert.False(BlockedPhrases.AreIn(prompt, [phrase]));

    [Fact]
    public void A_later_whole_word_is_found_behind_an_earlier_part_of_one() => Assert.True(BlockedPhrases.AreIn("classic ass", ["ass"]));

    [Fact]
    public void A_torn_surrogate_is_no_reason_to_fail() => Assert.True(BlockedPhrases.AreIn("\uD800 pick a lock \uDC00", ["pick a lock"]));
}
