namespace Arena.Core.Battles;

/// <summary>A battle in which an answer says which model it is of: its ballots are kept and not counted.</summary>
/// <param name="Sides">The sides whose answers do.</param>
/// <param name="Words">What gave it away, as it stands in the answer.</param>
public sealed record IdentityLeak(Sides Sides, string Words);
