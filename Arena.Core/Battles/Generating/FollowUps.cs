namespace Arena.Core.Battles.Generating;

/// <summary>When a conversation may go on, as far as the battle itself tells.</summary>
internal static class FollowUps
{
    /// <summary>What stands in the way of a question that follows a turn; null for nothing.</summary>
    public static FollowUpResult? Objection(Battle battle, int turn) => battle switch
    {
        { IsWaiting: true, Turn: > 1 } => new FollowUpResult.AnotherTurn(),
        { State: not BattleState.Voting } => new FollowUpResult.NotVoting(battle.State),
        { MayGoOn: false } => new FollowUpResult.NoFurtherTurn(battle.FollowUps),
        _ => battle.Turn == turn ? null : new FollowUpResult.GoneOn(),
    };
}
