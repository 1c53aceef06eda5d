using Arena.Core.Battles.Starting;

namespace Arena.Core.Battles.Generating;

/// <summary>What became of a wish to go on with a battle's conversation.</summary>
public abstract record FollowUpResult
{
    private FollowUpResult() { }

    /// <summary>The question is stored, and the battle waits for both answers.</summary>
    public sealed record Asked(Battle Battle) : FollowUpResult;

    /// <summary>There is no such battle.</summary>
    public sealed record Unknown : FollowUpResult;

    /// <summary>Only the starter and moderators may.</summary>
    public sealed record NotYours : FollowUpResult;

    /// <summary>Its vote is not open: the first answers are not there yet, or it is over.</summary>
    public sealed record NotVoting(BattleState State) : FollowUpResult;

    /// <summary>Another further turn waits or is being answered.</summary>
    public sealed record AnotherTurn : FollowUpResult;

    /// <summary>The conversation went on since the question was written.</summary>
    public sealed record GoneOn : FollowUpResult;

    /// <summary>It has had all the further turns that its server allows.</summary>
    /// <param name="Allowed">0: none at all.</param>
    public sealed record NoFurtherTurn(int Allowed) : FollowUpResult;

    /// <summary>A ballot stands: its member has judged the conversation as it is.</summary>
    public sealed record VotedAlready : FollowUpResult;

    /// <summary>What holds for any prompt stands in its way.</summary>
    public sealed record Refused(StartResult Why) : FollowUpResult;
}
