namespace Arena.Core.Battles.Voting;

/// <summary>What became of a reaction or a press. All but <see cref="OtherWay"/>, <see cref="NotVoting"/> and <see cref="NoSuchBattle"/> are durable when returned.</summary>
public abstract record CastResult
{
    private CastResult() { }

    /// <summary>The member's ballot is this now; it replaced <paramref name="Replaced"/> if they had another choice.</summary>
    public sealed record Counted(Ballot Ballot, Choice? Replaced) : CastResult;

    /// <summary>Kept, and not counted.</summary>
    public sealed record KeptUncounted(BattleId Battle, MemberId Member, UncountedReason Reason) : CastResult
    {
        /// <summary>The member's choice; null while several stand.</summary>
        public Choice? Choice { get; init; }
    }

    /// <summary>None of the member's reactions stands any more, so they have no ballot.</summary>
    public sealed record Withdrawn(BattleId Battle, MemberId Member, Choice Was) : CastResult;

    /// <summary>Nothing changed: the same reaction again, or one withdrawn that did not stand or was not the choice.</summary>
    public sealed record Unchanged(BattleId Battle, MemberId Member, Choice? Choice) : CastResult;

    /// <summary>Nothing changed: this battle's vote is by its buttons if it is secret, else by reactions.</summary>
    public sealed record OtherWay(bool IsSecret) : CastResult;

    /// <summary>The vote is not open, not yet or not any more.</summary>
    public sealed record NotVoting(BattleState State) : CastResult;

    /// <summary>The message is not a battle's.</summary>
    public sealed record NoSuchBattle : CastResult;

    /// <summary>What a change made of a member's ballot.</summary>
    /// <param name="before">Their choice before it.</param>
    /// <param name="standing">What stands after it.</param>
    /// <param name="reason">Why the ballot does not count; null if it does or there is none.</param>
    internal static CastResult Of(
        BattleId battle, MemberId member, Choice? before, StandingReactions standing, UncountedReason? reason, DateTimeOffset at)
    {
        if (reason is { } why)
            return new KeptUncounted(battle, member, why) { Choice = standing.Choice };
        if (standing.Choice is not { } now)
            return before is { } was ? new Withdrawn(battle, member, was) : new Unchanged(battle, member, null);
        return now == before ? new Unchanged(battle, member, now) : new Counted(new Ballot(battle, member, now, at), before);
    }
}
