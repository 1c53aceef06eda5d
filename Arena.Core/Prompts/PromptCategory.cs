namespace Arena.Core.Prompts;

/// <summary>What a prompt is about, by the rules in <see cref="CategoryCues"/>.</summary>
public static class PromptCategory
{
    // What somebody wants is said at the beginning, or in the last line below a long quotation.
    private const int LongestBeginning = 2_000;
    private const int LongestEnd = 500;

    // Fewer points are a hint and no more; a lead this small is a matter of taste.
    private const int Enough = 3;
    private const int Lead = 2;

    /// <summary>One of <see cref="PromptCategories.All"/>, or null when it is not clear.</summary>
    public static string? Guess(string text)
    {
        var points = Points(Ends(text));
        var (best, second) = (0, 0);
        string? category = null;
        foreach (var (name, sum) in points)
        {
            if (sum > best)
                (category, best, second) = (name, sum, best);
            else if (sum > second)
                second = sum;
        }

        return best >= Enough && best - second >= Lead ? category : null;
    }

    internal static IReadOnlyDictionary<string, int> Points(string text)
    {
        var points = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var cue in CategoryCues.All)
        {
            if (cue.Pattern.IsMatch(text))
                points[cue.Category] = points.GetValueOrDefault(cue.Category) + cue.Weight;
        }

        return points;
    }

    private static string Ends(string text) =>
        text.Length <= LongestBeginning + LongestEnd ? text : $"{text[..LongestBeginning]}\n{text[^LongestEnd..]}";
}
