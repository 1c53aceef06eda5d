namespace Arena.Core.Charts;

/// <summary>One thing that pictures need, and whether this machine has it.</summary>
/// <param name="What">Such as "Emoji font".</param>
/// <param name="IsThere">Null where it can not be told.</param>
/// <param name="Remedy">What to do when it is not there, or can not be told; empty when all is well.</param>
public sealed record FontFinding(string What, bool? IsThere, string Remedy);
