namespace Arena.Core.Battles.Voting;

/// <summary>Who votes, with what decides whether their ballot counts.</summary>
/// <param name="JoinedAt">When they joined the server; null where it was not told.</param>
public readonly record struct Voter(MemberId Id, DateTimeOffset? JoinedAt);
