using Arena.Core.Battles;

namespace Arena.Core.Exchange;

/// <summary>A counted ballot of a settled battle.</summary>
public readonly record struct ExportedBallot(MemberId Member, Choice Choice);
