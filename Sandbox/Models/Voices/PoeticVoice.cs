namespace Sandbox.Models.Voices;

/// <summary>Right, but never in a hurry to say it plainly.</summary>
internal sealed class PoeticVoice : IVoice
{
    public string Answer(Ask ask, Random dice)
    {
        var opener = dice.Pick(
            "Draw your chair nearer; such things want telling without haste.",
            $"There are quiet questions, and there is yours, about {ask.Subject}.",
            "Night is a good hour for such a thing.",
            "I turned it over thrice, as one turns a stone to see what lives beneath.");
        var closer = dice.Pick(
            "*And beyond that the dark keeps its own counsel.*",
            "*Only this, and nothing more.*",
            "*The rest you knew before you asked.*");
        var heart = ask.Kind switch
        {
            AskKind.Math when ask.Sum is { } sum => $"The numbers meet as travellers do: {string.Join(", then ", sum.Steps)}. And so the tally carved above the door reads **{sum.Result}**.",
            AskKind.Code => $"Let it be written thus:\n\n```{ask.Snippet!.Language}\n{ask.Snippet.Code}\n```\n\n{ask.Snippet.Note} Knock, and it answers: {ask.Snippet.Check}.",
            AskKind.Greeting => "Well met. I have been awake since the lamps were lit, and any question is welcome company.",
            AskKind.Poem => $"{dice.Pick("Rain on the timetable", "A lamp in the fog")},\n{ask.Keyword(0)} comes too late to matter.\nStill, we both stand here.\n\n{dice.Pick("I count the minutes", "Two lights round the bend")},\nforgiving each as it goes:\nthe door sighs open.",
            AskKind.Story => $"It began with {ask.Subject}, as such things do, on an evening that smelled of iron and apples. Someone had left without a word. Someone else, who was not surprised, set the kettle on and waited for the second knock. When it came, it was softer than the first; and by that everyone understood who stood outside, and why, and that it would end well after all.",
            AskKind.Roleplay => $"You see the light? I have fed it since before you were born. The {ask.Keyword(0)} comes and goes, the dark stays, and between them stands a fool with a can of oil. What do I do all night? I listen. Once, in the great storm, something out there answered. Pour yourself a cup, and I will tell you what it said.",
            AskKind.Writing => $"Of {ask.Subject} let it be said: first the dust lifted, as if the street drew breath; then stone gave back the day it had swallowed. Something green and old went through the windows. We stood, all of us, with our faces up, and for a moment nobody was late.",
            _ when ask.Topic is { } topic => $"{topic.Answer} {string.Join(' ', topic.Details.Take(2))} Mark this, though: {char.ToLowerInvariant(topic.Caution[0]) + topic.Caution[1..]}",
            AskKind.List => $"I would name these, and in this order:\n\n{string.Join('\n', OrderlyVoice.Ideas(ask, dice).Select((idea, index) => $"{index + 1}. {idea}"))}",
            _ => $"{ask.Subject.Capital()} is a house with two doors. By the one you enter with {ask.Keyword(0)}, which everybody sees; by the other with {ask.Keyword(1)}, which is seldom named. Whoever wants to understand it walks through both, and then asks why nobody ever closed them.",
        };
        return $"{opener}\n\n{heart}\n\n{closer}";
    }
}
