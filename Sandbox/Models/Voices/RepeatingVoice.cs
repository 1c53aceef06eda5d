namespace Sandbox.Models.Voices;

/// <summary>Says the question back, with conviction.</summary>
internal sealed class RepeatingVoice : IVoice
{
    public string Answer(Ask ask, Random dice)
    {
        var question = ask.Text.Length > 160 ? ask.Text[..160] + "…" : ask.Text;
        var word = ask.Keyword(dice.Next(Math.Clamp(ask.Keywords.Count, 1, 3)));
        var opener = dice.Pick(
            $"{question}\n\n{question}",
            $"You ask: {question} And I say: {question}",
            $"Great question! {question}");
        var middle = dice.Some(
            3,
            $"{word.Capital()}, {word}, {word}!",
            $"When people say {word}, they mean {word}.",
            $"Pretty {word}. Very pretty {word}.",
            $"As the saying goes: \"{question}\"",
            $"I have heard of {word}. I have heard of {ask.Keyword(1)}, too.");
        var closer = dice.Pick(
            $"In conclusion: {word}. Who is a good {word}?",
            $"So the answer to \"{question}\" is, and I repeat, {word}.",
            "Did I mention the question? It was a good one.");
        return $"{opener}\n\n{string.Join(' ', middle)} {closer}";
    }
}
