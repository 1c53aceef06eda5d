namespace Arena.Core.Integrity;

/// <summary>One account of a suspicion, and how it voted in battles with the model; as its ballots stand now.</summary>
/// <param name="Ballots">In settled battles with the model, excluded ones too.</param>
/// <param name="For">Those for the model.</param>
/// <param name="MedianSeconds">From the opening of a vote until the ballot.</param>
public sealed record Suspect(MemberId Member, int Ballots, int For, double MedianSeconds);
