namespace Arena.Core.Roster;

/// <summary>What was there when a member suggested something.</summary>
/// <param name="Open">The same thing, waiting for a decision.</param>
/// <param name="Declined">When the same thing was declined last; null for never.</param>
/// <param name="DeclinedToMember">The same, for this member's suggestions.</param>
/// <param name="Lately">When the member suggested something within the last day, oldest first.</param>
/// <param name="OpenCount">Suggestions on the same list that wait.</param>
internal sealed record SuggestionHistory(
    Suggestion? Open, DateTimeOffset? Declined, DateTimeOffset? DeclinedToMember, IReadOnlyList<DateTimeOffset> Lately, int OpenCount);
