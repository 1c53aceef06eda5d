using System.Text.Json.Nodes;

namespace Sandbox.World;

/// <summary>A registered command: what the application declared (normalised) with its id and version.</summary>
internal sealed record ApplicationCommand(ulong Id, ulong Version, ulong? GuildId, CommandKind Kind, string Name, JsonObject Declaration)
{
    public Permission? DefaultMemberPermissions =>
        (string?)Declaration["default_member_permissions"] is { } bits && ulong.TryParse(bits, out var value) ? (Permission)value : null;
}
