namespace Bot.Tests.Presentation;

/// <summary>Answers nobody wants, put together at random from pieces that each make some trouble.</summary>
internal static class NastyText
{
    private static readonly string[] Pieces =
    [
        "`", "``", "```", "````", "```py\n", "\n```\n", "\n````md\n", "~~~", "\n~~~\n", "> ```\n", "   ```js\n", "\\", "\\`", "\n", "\n\n", "\n\n\n\n\n",
        "@everyone", "@here", "<@1234>", "<@&99>", "<#12>", "</x:1>", "[a](http://evil.example)", "[b", "](", "](https://x.example)", "![", ")", ">>> ",
        "\u202E", "\u2066", "\u200F", "\u200B", "\u200D", "\u0301", "\uD83D", "\uDE00", "😀", "👨‍👩‍👧‍👦", "🇩🇪", "é", "नि", "한", "。", ". ", "word ", "longerword",
        "*", "**", "_", "||", "~", "# ", "- ", "1. ", "| a | b |\n", "\t", "\0", "\r\n", "https://a.example/(b)_c.",
    ];

    public static string Draw(Random random, int pieces) =>
        string.Concat(Enumerable.Range(0, pieces).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
