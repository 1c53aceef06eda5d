namespace Arena.Core.Battles;

/// <summary>Where a battle is on its way. Each state is stored before it is shown.</summary>
public enum BattleState
{
    /// <summary>Waits for the models.</summary>
    Queued,

    /// <summary>The two sides are answering.</summary>
    Generating,

    /// <summary>Both answers are complete; reactions are ballots.</summary>
    Voting,

    /// <summary>Ballots counted, ratings moved, names revealed: once, for good.</summary>
    Settled,

    /// <summary>Ended without a result.</summary>
    Void,
}
