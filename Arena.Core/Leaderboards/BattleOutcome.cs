namespace Arena.Core.Leaderboards;

/// <summary>A battle's verdict as one of its models sees it.</summary>
public enum BattleOutcome
{
    Won,
    Lost,
    Tied,
}
