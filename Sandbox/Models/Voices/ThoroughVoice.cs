namespace Sandbox.Models.Voices;

/// <summary>Answers the question, shows how, checks itself, and forgets nothing.</summary>
internal sealed class ThoroughVoice : IVoice
{
    public string Answer(Ask ask, Random dice)
    {
        if (Performance.For(ask) is { } piece)
            return piece;

        var close = dice.Pick("**In one line:**", "**To remember:**", "**Bottom line:**");
        return ask.Kind switch
        {
            AskKind.Math when ask.Sum is { } sum =>
                $"**Answer: {sum.Result}**\n\n### Working\n\n{Steps(sum.Steps)}\n\n### Check\n\n{Check(sum)}\n\n{close} {sum.Expression} = {sum.Result}.",
            AskKind.Code =>
                $"The aim is to {ask.Snippet!.Task}.\n\n```{ask.Snippet.Language}\n{ask.Snippet.Code}\n```\n\n### Why it works\n\n{ask.Snippet.Note}\n\n### Try it\n\n- {ask.Snippet.Check}\n- Also test the empty input and the largest one you expect.\n\n{close} short code, one idea, checked at both ends.",
            AskKind.Greeting =>
                "Hello, and welcome!\n\nI can help with:\n\n1. **sums**, worked out and checked,\n2. **code**, with an example that you can run,\n3. **explanations**, with the mistake people usually make,\n4. **stories and letters**.\n\nWhat shall we begin with?",
            AskKind.Poem =>
                $"The last light goes out;\n{(ask.Keyword(0).Length > 12 ? "what I waited for" : $"{ask.Keyword(0)} I waited for")}\nturns the corner now.\n\nNo harm done, I say.\nI had time to watch the rain\nwrite upon the road.\n\n*Five, seven and five syllables, give or take a breath; the second verse forgives the first.*",
            AskKind.Story =>
                $"**The One Who Waited**\n\nNobody had noticed when {ask.Subject} went missing, except for the one who was left behind. She did what one does: she waited, first at the door, then at the window, then only in her thoughts.\n\nOn the third day came a letter, without a stamp. \"I am where you last laughed,\" it said. She put on her coat, for she remembered exactly, and she walked the whole way smiling.\n\nSome things are lost only so that somebody goes looking.",
            AskKind.Roleplay =>
                $"*(puts down the cup, looks up)*\n\nAh, a visitor! Come in, come in, you are letting the weather see my floor.\n\nYou ask about {ask.Keyword(0)}. Let me tell you three things, as I tell everyone:\n\n1. It is never as it looks from outside.\n2. It always happens when the soup is ready.\n3. I have **never once** regretted it.\n\nNow, before you go on: what do *you* see from where you stand? Take your time. We have all night.",
            AskKind.Writing =>
                $"Here is a version you can use as it stands:\n\n> Hello,\n>\n> I would like to talk with you about {ask.Subject}. I am sure nobody means harm, and I know that such things are easily missed. Still, it begins early and I have not slept well for weeks.\n>\n> Could we find a way together, say by the end of the week? I will gladly help.\n>\n> With kind regards\n\n**Why it works:** it names the problem once, assumes good will, and asks for one thing by one date.",
            _ when ask.Topic is { } topic =>
                $"{topic.Answer}\n\n### In detail\n\n{Steps(topic.Details)}\n\n### Careful\n\n{topic.Caution}\n\n{close} {FirstSentence(topic.Answer)}",
            AskKind.List =>
                $"### {ask.Subject.Capital()}\n\n{Steps(OrderlyVoice.Ideas(ask, dice))}\n\nIf you only do one of these, do the first. {close} begin small and keep what works.",
            AskKind.Reasoning =>
                $"### What is given\n\n- Everything said about *{ask.Keyword(0)}* and *{ask.Keyword(1)}*, and nothing more.\n\n### Working\n\n1. Assume the opposite of what seems true.\n2. Follow it until two statements collide.\n3. If they do, the assumption was wrong; if they do not, both are possible.\n\n{close} what can not be derived from the given is not an answer but a guess.",
            AskKind.Advice =>
                $"Good news first: most of it costs nothing.\n\n| step | effort | effect |\n| --- | --- | --- |\n| Look closely at {ask.Keyword(0)} | 5 min | finds half of all causes |\n| Change one thing | 1 week | shows what matters |\n| Ask someone with practice | a coffee | saves the rest |\n\n**What not to do:** change everything at once, or buy something on the first day.\n\n{close} small steps, in this order, written down.",
            _ =>
                $"### The short answer\n\n{ask.Subject.Capital()} is best understood through {ask.Keyword(0)} and {ask.Keyword(1)}, in that order.\n\n### The longer one\n\n1. **What it is.** Take {ask.Keyword(0)} away and see what remains.\n2. **What drives it.** Change {ask.Keyword(1)} a little and watch.\n3. **Where it ends.** There is always a case in which it does not hold; look for that first.\n\n{close} know what would prove you wrong.",
        };
    }

    private static string Steps(IEnumerable<string> steps) => string.Join('\n', steps.Select((step, index) => $"{index + 1}. {step}"));

    private static string Check(Sum sum) => sum.Value == Math.Round(sum.Value)
        ? $"The last digit, {sum.Result[^1]}, and the size of the result fit a rough estimate."
        : $"Rounded to whole numbers it is about {Math.Round(sum.Value)}, which fits a rough estimate.";

    private static string FirstSentence(string text)
    {
        var plain = text.Replace("**", "");
        var end = plain.IndexOf(". ", StringComparison.Ordinal);
        return end > 0 ? plain[..(end + 1)] : plain;
    }
}
