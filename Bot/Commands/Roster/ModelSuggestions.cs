using Bot.Discord.Registration;

namespace Bot.Commands.Roster;

/// <summary>Names of models that fit what a member has typed so far.</summary>
internal static class ModelSuggestions
{
    private const int Most = 25;
    private const int LongestValue = 100;

    /// <summary>Those that begin with it first, then those that contain it, then those that have its letters in order.</summary>
    public static IReadOnlyList<OptionChoice> For(string typed, IEnumerable<string> tags)
    {
        var wanted = typed.Trim();
        return
        [
            .. tags
                .Where(tag => tag.Length is > 0 and <= LongestValue)
                .Select(tag => (Tag: tag, Rank: Rank(tag, wanted)))
                .Where(candidate => candidate.Rank is not null)
                .OrderBy(candidate => candidate.Rank)
                .ThenBy(candidate => candidate.Tag, StringComparer.OrdinalIgnoreCase)
                .Take(Most)
                .Select(candidate => OptionChoice.Of(candidate.Tag)),
        ];
    }

    private static int? Rank(string tag, string wanted)
    {
        if (tag.StartsWith(wanted, StringComparison.OrdinalIgnoreCase))
            return 0;
        if (tag.Contains(wanted, StringComparison.OrdinalIgnoreCase))
            return 1;
        return HasInOrder(tag, wanted) ? 2 : null;
    }

    private static bool HasInOrder(string tag, string letters)
    {
        var found = 0;
        foreach (var c in tag)
        {
            if (found < letters.Length && char.ToLowerInvariant(c) == char.ToLowerInvariant(letters[found]))
                found++;
        }

        return found == letters.Length;
    }
}
