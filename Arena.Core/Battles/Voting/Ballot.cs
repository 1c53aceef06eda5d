namespace Arena.Core.Battles.Voting;

/// <summary>One member's present choice in one battle.</summary>
public sealed record Ballot(BattleId Battle, MemberId Member, Choice Choice, DateTimeOffset CastAt);
