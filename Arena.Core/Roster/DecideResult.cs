namespace Arena.Core.Roster;

/// <summary>What became of a decision about a suggestion.</summary>
public abstract record DecideResult
{
    private DecideResult() { }

    /// <summary>The model is on the roster, or the prompt in the library.</summary>
    public sealed record Approved(Suggestion Suggestion) : DecideResult;

    /// <summary>Approved; no node had the model, so it is being pulled and is put on the roster when it has come.</summary>
    public sealed record Pulling(Suggestion Suggestion, Pull Pull) : DecideResult;

    /// <summary>No node has the model, and it can not be pulled now. The suggestion waits on.</summary>
    public sealed record NotPulled(Suggestion Suggestion, StartPullResult Why) : DecideResult;

    /// <summary>The server has as many prompts of its own as it may have. The suggestion waits on.</summary>
    public sealed record NoRoom(int Limit) : DecideResult;

    public sealed record Declined(Suggestion Suggestion) : DecideResult;

    /// <summary>Somebody was faster; <paramref name="Suggestion"/> says what they decided.</summary>
    public sealed record AlreadyDecided(Suggestion Suggestion) : DecideResult;

    /// <summary>The model can not be added now, for the reason given. The suggestion waits on.</summary>
    public sealed record NotPossible(Suggestion Suggestion, AddResult Why) : DecideResult;

    /// <summary>No such suggestion on this list.</summary>
    public sealed record Unknown : DecideResult;
}
