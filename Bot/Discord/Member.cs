namespace Bot.Discord;

/// <summary>Who used a command or component, in the server where it happened.</summary>
/// <param name="DisplayName">Nickname in the server, else global display name, else user name.</param>
/// <param name="Permissions">All of the member's permissions in the channel of the interaction, overwrites included.</param>
/// <param name="Roles">Roles in the server; empty in direct messages.</param>
/// <param name="JoinedAt">When the member joined the server; null in direct messages.</param>
public sealed record Member(
    MemberId Id,
    string Name,
    string DisplayName,
    bool IsBot,
    Permissions Permissions,
    IReadOnlyList<RoleId> Roles,
    DateTimeOffset? JoinedAt);
