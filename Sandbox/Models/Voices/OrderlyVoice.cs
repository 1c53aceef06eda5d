namespace Sandbox.Models.Voices;

/// <summary>Correct, in points, without much charm.</summary>
internal sealed class OrderlyVoice : IVoice
{
    public string Answer(Ask ask, Random dice) => ask.Kind switch
    {
        AskKind.Math when ask.Sum is { } sum => $"**{sum.Expression} = {sum.Result}**\n\n{Points(sum.Steps)}",
        AskKind.Code => $"This will {ask.Snippet!.Task}:\n\n```{ask.Snippet.Language}\n{ask.Snippet.Code}\n```\n\n{ask.Snippet.Note} For example {ask.Snippet.Check}.",
        AskKind.Greeting => "Hello! Ask me about a sum, a piece of code, a list, a story or an everyday problem, and I will keep it short and in order.",
        AskKind.Poem => $"{Line(ask.Subject)},\nquietly it waits its turn:\nthen the light comes on.",
        AskKind.Story => $"At six in the morning {ask.Subject} was still where it had been left. By noon somebody missed it. By evening they had searched the bus, the stairs and the wrong coat. It was found by a child, who asked what it was worth. \"A walk,\" said the owner. They went together.",
        AskKind.Roleplay => $"Good evening, and mind the step. You want to know about {ask.Keyword(0)}? {dice.Pick("I have kept watch over it for nineteen years.", "Sit down, this takes as long as a cup of tea.")} Most nights nothing happens, and it is my work to notice when something does. Ask me whatever you like.",
        AskKind.Writing when ask.Text.Contains("mail", StringComparison.OrdinalIgnoreCase) || ask.Text.Contains("letter", StringComparison.OrdinalIgnoreCase) =>
            $"**Subject:** {ask.Subject.Capital()}\n\nHello,\n\nI am writing about {ask.Subject}. It happens most days, and it costs me sleep. Could we agree on something before Friday? I am at home after six and happy to come over.\n\nKind regards",
        AskKind.Writing => $"{ask.Subject.Capital()}, plainly put: it does one thing, it does it every time, and it asks for nothing. You notice it only on the day it is missing.",
        _ when ask.Topic is { } topic => $"{topic.Answer}\n\n{Points(topic.Details)}",
        AskKind.List => $"{dice.Pick("A short list", "In this order")} for {ask.Subject}:\n\n{Points(Ideas(ask, dice))}",
        AskKind.Reasoning => $"Step by step:\n\n{Points(["Write down only what is given.", $"Draw {ask.Keyword(0)} and {ask.Keyword(1)} as boxes, with an arrow for each statement.", "Strike out what contradicts an arrow."])}\n\nWhat is left follows; the rest is a guess.",
        AskKind.Advice => $"I would try this, in order:\n\n{Points([$"Look at {ask.Keyword(0)} first; it is the cheapest to change.", "Change one thing at a time and give it a week.", "Write down what helped.", "Ask somebody who has done it before spending money."])}",
        _ => $"In short, {ask.Subject} comes down to this:\n\n{Points([$"What it is: {ask.Keyword(0)}, seen by itself.", $"What it depends on: mostly {ask.Keyword(1)}.", $"What follows: less about {ask.Keyword(2)} than one would think."])}",
    };

    internal static string Points(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => $"- {line}"));

    internal static IReadOnlyList<string> Ideas(Ask ask, Random dice) => dice.Some(
        ask.Count,
        $"**Start small**: one {ask.Keyword(0)}, one hour.",
        "**Write it down**, so that you can compare later.",
        $"**Ask for help** with {ask.Keyword(1)}.",
        "**Set a limit** for time and for money.",
        "**Take away** before you add.",
        $"**Try the opposite** of what you did with {ask.Keyword(2)} last time.",
        "**Tell a friend** what you will do by Friday.",
        "**Keep the old way** until the new one works.",
        "**Measure once a week**, not once an hour.",
        "**Stop** when it is good enough.");

    private static string Line(string subject) => subject.Length > 24 ? "A small thing at dusk" : $"{subject.Capital()} at dusk";
}
