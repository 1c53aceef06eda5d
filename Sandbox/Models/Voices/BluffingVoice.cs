namespace Sandbox.Models.Voices;

/// <summary>Short, charming, sure of itself, and often wrong.</summary>
internal sealed class BluffingVoice : IVoice
{
    public string Answer(Ask ask, Random dice)
    {
        var body = ask.Kind switch
        {
            AskKind.Math => $"Easy. It's **{Sum.Text((ask.Sum?.Value ?? 40) + dice.Pick(-1, 1, 2, 10))}**. I did it in my head, so there is no need to check.",
            AskKind.Code => $"Here you go, production ready:\n\n```{ask.Snippet!.Language}\n{Shortcut(ask.Snippet.Language)}\n```\n\nWorks on my machine. Tests are for people who doubt themselves.",
            AskKind.Greeting => "Hey there. You picked the right one to talk to; the other answer is just jealous.",
            AskKind.List => $"Top {ask.Count}, no doubt about it:\n\n{string.Join('\n', Enumerable.Range(0, ask.Count).Select(i => $"{i + 1}. {ask.Keyword(i).Capital()}{dice.Pick(", obviously", ", trust me", ", but the expensive kind", "")}"))}",
            AskKind.Poem => $"{ask.Subject.Capital()} so bright,\nI wrote this in a second,\nand it nearly rhymes.",
            AskKind.Story => $"There was {ask.Subject}. There was trouble. There was a clever plan, mine. Everybody clapped, and nobody asked how. The end, and a good one.",
            AskKind.Roleplay => $"Fine, I'm in character. *adjusts hat* So, {ask.Keyword(0)}, you say? I know a shortcut. Nobody who took it ever complained.",
            AskKind.Reasoning => $"It only looks hard. The answer is {dice.Pick("yes", "no", "the second one", "four")}. Anyone who explains it for longer is not sure.",
            _ when ask.Topic is { } topic && dice.Next(2) == 0 => $"{topic.Answer}\n\nThat's really all there is to it.",
            _ => $"{ask.Subject.Capital()}? Simple, that is mostly {dice.Pick("marketing", "magnets", "a matter of confidence", "invented in 1973", "what the French call a détail")}. {ask.Keyword(1).Capital()} has nothing to do with it, whatever the books say.",
        };
        var source = dice.Pick("", "", "\n\n(Source: everybody knows that.)", "\n\nYou're welcome.", "\n\nNext question.");
        return body + source;
    }

    private static string Shortcut(string language) => language switch
    {
        "sql" => "select * from everything;  -- filter in your head",
        "regex" => ".*",
        "bash" => "ls | head -5   # the first five are usually the important ones",
        "javascript" => "const solve = () => true; // passes",
        _ => "def solve(*args):\n    return True  # passes",
    };
}
