namespace Bot.Discord;

/// <summary>A role of a server.</summary>
/// <param name="IsManaged">It belongs to an app or a subscription; nobody can be given it by hand.</param>
public sealed record Role(RoleId Id, string Name, bool IsManaged = false);
