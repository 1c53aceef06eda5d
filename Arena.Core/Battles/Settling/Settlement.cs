using Arena.Core.Battles.Voting;
using Arena.Core.Ratings;

namespace Arena.Core.Battles.Settling;

/// <summary>How a battle ended.</summary>
/// <param name="Tally">The counted ballots.</param>
/// <param name="Verdict">Null when no ballot was counted: then no rating moved.</param>
/// <param name="EloA">A's Elo on this server's board; null when no rating moved.</param>
/// <param name="EloB">B's Elo on this server's board; null when no rating moved.</param>
/// <param name="At">When it settled.</param>
/// <param name="Cause">What closed the vote.</param>
public sealed record Settlement(
    Tally Tally, Verdict? Verdict, EloMove? EloA, EloMove? EloB, DateTimeOffset At, SettleCause Cause)
{
    /// <summary>Ballots that are kept and not counted, by why.</summary>
    public IReadOnlyDictionary<UncountedReason, int> Uncounted { get; init; } = new Dictionary<UncountedReason, int>();

    /// <summary>The ballots that would have counted, had no answer said which model it is of; null where none did.</summary>
    public Tally? Leaked { get; init; }
}
