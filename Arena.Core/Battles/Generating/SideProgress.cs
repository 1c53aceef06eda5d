namespace Arena.Core.Battles.Generating;

/// <summary>How far a side is.</summary>
/// <param name="Received">Characters of its answer so far.</param>
internal readonly record struct SideProgress(int Received, bool IsComplete);
