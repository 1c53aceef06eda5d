namespace Arena.Core.Battles.Settling;

/// <summary>What became of an attempt to settle.</summary>
internal abstract record SettleOutcome
{
    private SettleOutcome() { }

    public sealed record Settled(Battle Battle) : SettleOutcome;

    public sealed record NotVoting(BattleState State) : SettleOutcome;

    public sealed record TooFewBallots(int Have, int Need) : SettleOutcome;

    public sealed record Unknown : SettleOutcome;
}
