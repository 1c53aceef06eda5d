namespace Sandbox.World;

internal sealed class Role(ulong id, string name, Permission permissions, int position)
{
    public ulong Id { get; } = id;
    public string Name { get; set; } = name;
    public Permission Permissions { get; set; } = permissions;
    public int Position { get; } = position;
    public int Color { get; set; }
    public bool Hoist { get; set; }
    public bool Mentionable { get; set; }

    /// <summary>The bot that this role was made for, if it is one of Discord's own.</summary>
    public ulong? ManagedFor { get; init; }
}
