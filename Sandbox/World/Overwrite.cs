namespace Sandbox.World;

/// <summary>A channel's exception for a role or a member.</summary>
internal sealed record Overwrite(ulong Id, bool IsMember, Permission Allow, Permission Deny);
