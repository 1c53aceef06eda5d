using Arena.Core.Battles.Voting;

namespace Bot.Presentation.Battles;

/// <summary>Which ballots of a settled battle are not counted, and why, in one sentence.</summary>
internal static class UncountedSentences
{
    // In the order of the sentence: what a single vote is, and what several are.
    private static readonly (UncountedReason Reason, string One, string Many)[] Words =
    [
        (UncountedReason.AccountTooYoung, "from an account that is too young", "from accounts that are too young"),
        (UncountedReason.JoinedTooLately, "from a member who joined too lately", "from members who joined too lately"),
        (UncountedReason.Banned, "from a banned member", "from banned members"),
        (UncountedReason.SeveralStanding, "with several reactions at once", "with several reactions at once"),
        (UncountedReason.Excluded, "excluded by moderators", "excluded by moderators"),
        (UncountedReason.IdentityLeak, "because an answer says which model it is", "because an answer says which model it is"),
    ];

    /// <summary><c>3 votes are not counted: 2 from accounts that are too young, 1 excluded by moderators.</c></summary>
    /// <param name="uncounted">At least one.</param>
    public static string Of(IReadOnlyDictionary<UncountedReason, int> uncounted)
    {
        var all = uncounted.Values.Sum();
        var parts = Words.Where(word => uncounted.GetValueOrDefault(word.Reason) > 0)
            .Select(word => (Count: uncounted[word.Reason], Words: uncounted[word.Reason] == 1 ? word.One : word.Many))
            .ToList();
        var why = parts is [var only] ? only.Words : string.Join(", ", parts.Select(part => $"{Numbers.Count(part.Count)} {part.Words}"));
        return $"{Numbers.Count(all, "vote is", "votes are")} not counted: {why}.";
    }
}
