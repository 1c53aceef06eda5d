using System.Globalization;
using Arena.Core.Prompts;

namespace Bot.Presentation.Prompts;

/// <summary>What a moderator is told of changes to the server's prompt library.</summary>
internal static class PromptSentences
{
    public const string EmptyPrompt = "The prompt is empty. Write what both models are to answer.";
    public const string UnknownPrompt = "There is no such prompt in this server's library. /prompt list shows all.";
    public const string GonePrompt = "That prompt is not in this server's library any more. /prompts random shows another.";
    public const string EmptyFile = "There is no prompt in that file. Write one a line, or a list in the form of prompts.json.";
    public const string NotText = "That file is not text in UTF-8. Save it as plain text or JSON in UTF-8 and attach it again.";
    public const string NotAList = "That file is JSON, but no list. It begins like this: `[{\"category\": \"math\", \"text\": \"…\"}]`.";
    public const string NotDownloaded = "Discord did not give me that file. Attach it again in a moment.";

    private const int MostLines = 10;

    public static string Of(AddPromptResult result) => result switch
    {
        AddPromptResult.Added added => $"The prompt is in this server's library{Category(added.Prompt)}{Restricted(added.Prompt)}.",
        AddPromptResult.BroughtBack => "That is one of the operator's prompts, hidden here until now. It is drawn again.",
        AddPromptResult.AlreadyThere => "That prompt is in the library already.",
        AddPromptResult.NoRoom none => LibraryFull(none.Full.Limit),
        AddPromptResult.TooLong tooLong => ErrorText.PromptTooLong(tooLong.Limit, tooLong.Actual),
        AddPromptResult.UnknownCategory unknown => ErrorText.UnknownCategory(unknown.Category, PromptCategories.All),
        _ => EmptyPrompt,
    };

    public static string LibraryFull(int limit) =>
        $"This server has {Numbers.Count(limit, "prompt")} of its own, and more are not possible. /prompt remove makes room.";

    public static string Of(RemovePromptResult result) => result switch
    {
        RemovePromptResult.Removed removed => $"The prompt is out of this server's library: {Opening(removed.Prompt)}",
        RemovePromptResult.Hidden hidden => $"That is one of the operator's prompts. It is not drawn here any more; adding it again brings it back: {Opening(hidden.Prompt)}",
        _ => UnknownPrompt,
    };

    public static string TooLarge(long bytes) =>
        $"That file has {Megabytes(bytes)}; {Megabytes(PromptFile.MaxBytes)} are possible. Split it and import the parts.";

    public static string Of(PromptFileResult refused) => refused switch
    {
        PromptFileResult.NotText => NotText,
        PromptFileResult.NotAList => NotAList,
        PromptFileResult.TooMany many =>
            $"That file has {Numbers.Count(many.Actual, "prompt")}; {Numbers.Count(many.Limit)} at a time are possible. Split it and import the parts.",
        PromptFileResult.BrokenJson broken =>
            $"The JSON is broken in line {Numbers.Count(broken.Line)}: {SafeText.Plain(TextBox.Plain(broken.Why, 200))} Nothing was added.",
        _ => EmptyFile,
    };

    /// <summary><c>Added 40 prompts, skipped 3 duplicates, 2 are longer than 2,000 characters (lines 7 and 19).</c></summary>
    public static string Of(ImportResult result)
    {
        if (result.Full is { } full)
        {
            return $"That file has {Numbers.Count(full.Wanted, "new prompt")}, and there is room for {Numbers.Count(full.Room)}: "
                + $"a server has at most {Numbers.Count(full.Limit, "prompt")} of its own. Nothing was added. /prompt remove makes room.";
        }

        var parts = new List<string> { result.Added == 0 ? "Added nothing" : $"Added {Numbers.Count(result.Added, "prompt")}" };
        if (result.Duplicates > 0)
            parts.Add($"skipped {Numbers.Count(result.Duplicates, "duplicate")}");
        parts.AddRange(Problems<PromptProblem.TooLong>(result, some => $"longer than {Numbers.Count(some[0].Limit, "character")}"));
        parts.AddRange(Problems<PromptProblem.Empty>(result, _ => "empty"));
        parts.AddRange(Problems<PromptProblem.UnknownCategory>(result, some => $"of {Unknown(some)}"));
        foreach (var alike in result.Problems.OfType<PromptProblem.Malformed>().GroupBy(problem => problem.Expected))
            parts.AddRange(Problems([.. alike], some => $"without {SafeText.Code(some[0].Expected)}"));
        return $"{string.Join(", ", parts)}.";
    }

    /// <summary>The beginning of a prompt, on one line.</summary>
    public static string Opening(LibraryPrompt prompt, int length = 120) => SafeText.Plain(TextBox.Plain(prompt.Text.ReplaceLineEndings(" "), length));

    private static IEnumerable<string> Problems<T>(ImportResult result, Func<IReadOnlyList<T>, string> what) where T : PromptProblem =>
        Problems([.. result.Problems.OfType<T>()], what);

    private static IEnumerable<string> Problems<T>(IReadOnlyList<T> some, Func<IReadOnlyList<T>, string> what) where T : PromptProblem =>
        some.Count > 0
            ? [$"{Numbers.Count(some.Count)} {(some.Count == 1 ? "is" : "are")} {what(some)} ({Lines(some)})"]
            : [];

    private static string Lines(IReadOnlyList<PromptProblem> problems)
    {
        // Several may stand on one line.
        var lines = problems.Select(problem => problem.Line).Distinct().ToList();
        var named = lines.Take(MostLines).Select(line => line.ToString(CultureInfo.InvariantCulture)).ToList();
        return lines.Count switch
        {
            1 => $"line {named[0]}",
            > MostLines => $"lines {string.Join(", ", named)} and {Numbers.Count(lines.Count - MostLines)} more",
            _ => $"lines {string.Join(", ", named.SkipLast(1))} and {named[^1]}",
        };
    }

    private static string Unknown(IReadOnlyList<PromptProblem.UnknownCategory> some)
    {
        const int most = 5;
        var names = some.Select(one => one.Category).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var more = names.Count > most ? ", …" : "";
        return $"an unknown category: {string.Join(", ", names.Take(most).Select(name => SafeText.Code(TextBox.Plain(name, 40))))}{more}";
    }

    private static string Category(LibraryPrompt prompt) => prompt.Category is { } category ? $", as {SafeText.Code(category)}" : "";

    private static string Restricted(LibraryPrompt prompt) => prompt.IsAgeRestricted ? ", for age-restricted channels" : "";

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.#} MiB");
}
