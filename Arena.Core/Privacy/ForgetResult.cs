namespace Arena.Core.Privacy;

/// <summary>What became of a member's wish to be forgotten.</summary>
public abstract record ForgetResult
{
    private ForgetResult() { }

    /// <summary>Their id stands nowhere any more, but where a ban keeps it.</summary>
    /// <param name="Battles">Battles that they had started.</param>
    /// <param name="Ballots">Ballots of theirs, which stay without their id.</param>
    /// <param name="Texts">Battles whose texts go, too: at once, or when the vote is over.</param>
    /// <param name="Bans">Servers whose ban of theirs stays.</param>
    public sealed record Forgotten(int Battles, int Ballots, int Texts, int Bans) : ForgetResult;

    /// <summary>Nothing was stored under their id.</summary>
    /// <param name="Bans">Servers whose ban of theirs stays.</param>
    public sealed record NothingStored(int Bans) : ForgetResult;
}
