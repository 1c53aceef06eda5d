namespace Arena.Core.Battles;

/// <summary>What became of a press on Reveal.</summary>
public abstract record RevealResult
{
    private RevealResult() { }

    /// <summary>The battle is settled; its message will show it.</summary>
    public sealed record Revealed(Battle Battle) : RevealResult;

    /// <summary>Only the starter and moderators may.</summary>
    public sealed record NotYours : RevealResult;

    /// <summary>It is not open to votes: not yet, or not any more.</summary>
    public sealed record NotVoting(BattleState State) : RevealResult;

    /// <summary>It needs more counted ballots first.</summary>
    public sealed record TooFewBallots(int Have, int Need) : RevealResult;

    /// <summary>There is no such battle.</summary>
    public sealed record Unknown : RevealResult;
}
