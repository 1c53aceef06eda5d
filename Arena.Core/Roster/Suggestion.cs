namespace Arena.Core.Roster;

/// <summary>What a member put on the moderators' list.</summary>
/// <param name="Channel">Where it was suggested, and where the member is told what became of it.</param>
/// <param name="Subject">The tag, or the prompt.</param>
/// <param name="Key">The same for what means the same.</param>
/// <param name="Category">Of a prompt, where the member named one.</param>
public sealed record Suggestion(
    long Id, SuggestionKind Kind, ServerId Server, ChannelId Channel, string Subject, string Key, string? Category, string? Note,
    DateTimeOffset SuggestedAt, MemberId SuggestedBy)
{
    public SuggestionState State { get; init; } = SuggestionState.Open;

    /// <summary>As <see cref="SuggestionDesk.OpenAsync"/> finds it.</summary>
    public SuggestionStanding Standing { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public MemberId? DecidedBy { get; init; }

    /// <summary>Why it was declined, where the moderator said.</summary>
    public string? Reason { get; init; }
}
