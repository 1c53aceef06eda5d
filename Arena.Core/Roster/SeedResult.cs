namespace Arena.Core.Roster;

/// <summary>What seeding did.</summary>
/// <param name="Added">Models that were put on the roster; none when it was not empty.</param>
/// <param name="Refused">Tags that were left out, each with the reason as a plain sentence.</param>
/// <param name="MissingOnNodes">Tags on the roster that no node has yet; empty when no node could be asked.</param>
public sealed record SeedResult(
    IReadOnlyList<Model> Added, IReadOnlyDictionary<string, string> Refused, IReadOnlyList<string> MissingOnNodes);
