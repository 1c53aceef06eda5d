namespace Sandbox.World;

internal sealed class Guild(ulong id, string name, ulong owner)
{
    public ulong Id { get; } = id;
    public string Name { get; set; } = name;
    public ulong Owner { get; } = owner;

    /// <summary>An outage: clients are told that the server is away, and it answers nothing.</summary>
    public bool Unavailable { get; set; }

    public SortedDictionary<ulong, Role> Roles { get; } = [];
    public SortedDictionary<ulong, Member> Members { get; } = [];

    /// <summary>Channels and threads, in the order of their ids.</summary>
    public SortedDictionary<ulong, Channel> Channels { get; } = [];

    public Role EveryoneRole => Roles[Id];
    public IEnumerable<Channel> TopLevel => Channels.Values.Where(channel => !channel.IsThread);
    public IEnumerable<Channel> Threads => Channels.Values.Where(channel => channel.IsThread);
}
