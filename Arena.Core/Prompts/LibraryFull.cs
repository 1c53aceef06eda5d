namespace Arena.Core.Prompts;

/// <summary>A server's library has no room for what was to be added, so nothing was.</summary>
/// <param name="Limit">Prompts of its own that a server may have.</param>
/// <param name="Room">How many more it could have.</param>
/// <param name="Wanted">How many new ones there were.</param>
public sealed record LibraryFull(int Limit, int Room, int Wanted);
