namespace Arena.Core.Integrity;

/// <summary>How much a deed touched.</summary>
public readonly record struct BallotCount(int Ballots, int Members, int Battles);
