namespace Sandbox.Models.Voices;

/// <summary>Begins on the subject and ends at lunch.</summary>
internal sealed class RamblingVoice : IVoice
{
    public string Answer(Ask ask, Random dice)
    {
        var (one, two) = (ask.Keyword(0), ask.Keyword(1));
        var start = dice.Pick(
            $"ok so {one} is, um, {one} is a thing that",
            $"yes!! {one}!! i know this one, it is when the {two}",
            $"first you take the {one} and then");
        var rambles = dice.Some(
            4,
            "wait where was i",
            $"the {two} goes round and round and round",
            "i had a seed somewhere",
            $"and {one} plus {two} makes {dice.Next(3, 900)}",
            $"my cousin has a {one} but smaller",
            "it is very late and also very early",
            "sunflower seeds are better than the other seeds, this is known",
            $"the capital of {two} is {one}");
        var ending = dice.Pick(
            "so that is why you should always",
            $"anyway the answer is {dice.Next(2, 12)} and also {one}",
            "zzz",
            "can i go and run now? i am going to run now");
        return $"{start} {string.Join(dice.Pick(", ", " and then ", "... "), rambles)}... {ending}";
    }
}
