using Arena.Core.Inference;

namespace Arena.Core.Tests.Inference;

public sealed class InlineThinkingTests
{
    [Theory]
    [InlineData("<think>\nHm.\n</think>\n\nFour.", "Four.", "\nHm.\n")]
    [InlineData("\n <think></think>Four.", "Four.", "")]
    [InlineData("<THINKING>Hm.</thinking> Four.\n", "Four.\n", "Hm.")]
    [InlineData("<think>a < b </thin> and so on", "", "a < b </thin> and so on")]
    [InlineData("<think>Hm.</think>\n ", "\n ", "Hm.")]
    [InlineData("<think>1</think><think>2</think>", "<think>2</think>", "1")]
    public void Reasoning_at_the_beginning_is_kept_apart(string written, string text, string thinking) => HoldsInPieces(written, text, thinking);

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("Four.")]
    [InlineData("  Four.")]
    [InlineData("<thin air>")]
    [InlineData("<th")]
    [InlineData("</think> ends what <think> begins")]
    [InlineData("Write <think>so</think>.")]
    [InlineData("`<think>` is a tag")]
    public void Everything_else_is_answer(string written) => HoldsInPieces(written, written, "");

    private static void HoldsInPieces(string written, string text, string thinking)
    {
        for (var size = 1; size <= Math.Max(1, written.Length); size++)
        {
            var inline = new InlineThinking();
            var parts = written.Chunk(size).Select(piece => inline.Take(new string(piece))).ToList();
            parts.Add(inline.Finish());
            Assert.Equal((size, text, thinking), (size, string.Concat(parts.Select(part => part.Text)), string.Concat(parts.Select(part => part.Thinking))));
        }
    }

    [Fact]
    public void Plain_text_is_not_held_back()
    {
        var inline = new InlineThinking();
        Assert.Equal(("He", ""), inline.Take("He"));
        Assert.Equal(("<", ""), inline.Take("<"));
    }
}
