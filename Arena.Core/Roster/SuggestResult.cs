namespace Arena.Core.Roster;

/// <summary>What became of a suggestion that a member made.</summary>
public abstract record SuggestResult
{
    private SuggestResult() { }

    /// <param name="IsFirst">Nothing else waited for a decision.</param>
    public sealed record Made(Suggestion Suggestion, bool IsFirst) : SuggestResult;

    /// <summary>On the roster already.</summary>
    public sealed record OnRoster(Model Model) : SuggestResult;

    /// <summary>In the server's library already.</summary>
    public sealed record InLibrary : SuggestResult;

    /// <summary>It was suggested before, and waits for a decision.</summary>
    public sealed record Waiting(Suggestion Suggestion) : SuggestResult;

    /// <summary>It was declined lately; possible again from <paramref name="Until"/> on.</summary>
    /// <param name="IsOwn">It was this member's.</param>
    public sealed record DeclinedLately(DateTimeOffset Until, bool IsOwn) : SuggestResult;

    /// <summary>The member has made <paramref name="Limit"/> within a day; the next is possible from <paramref name="Until"/> on.</summary>
    public sealed record TooMany(int Limit, DateTimeOffset Until) : SuggestResult;

    /// <summary>Not a tag; <paramref name="Why"/> is a plain sentence.</summary>
    public sealed record Malformed(string Why) : SuggestResult;

    public sealed record PromptEmpty : SuggestResult;

    /// <summary>Longer than <paramref name="Limit"/> characters.</summary>
    public sealed record PromptTooLong(int Limit, int Actual) : SuggestResult;

    public sealed record UnknownCategory(string Category) : SuggestResult;
}
