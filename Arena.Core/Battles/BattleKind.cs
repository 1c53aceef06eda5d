namespace Arena.Core.Battles;

/// <summary>What a battle is for.</summary>
public enum BattleKind
{
    /// <summary>Anonymous, voted on, rated.</summary>
    Battle,

    /// <summary>Two models that a member named: shown with their names, neither voted on nor rated.</summary>
    Duel,
}
