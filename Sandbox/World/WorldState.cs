namespace Sandbox.World;

/// <summary>
/// Everything there is. All of it is read and changed under <see cref="Lock"/>, by whoever handles a request or a gateway message,
/// and what happened is handed to the gateway under the same lock, so that every client sees one order of events.
/// </summary>
internal sealed class WorldState
{
    private readonly Dictionary<string, User> _byToken = [];

    public WorldState(TimeProvider time)
    {
        Time = time;
        Ids = new Snowflakes(time);
        Application = Seed.Plant(this);
    }

    public Lock Lock { get; } = new();
    public TimeProvider Time { get; }
    public Snowflakes Ids { get; }
    public Application Application { get; }
    public Dictionary<ulong, User> Users { get; } = [];
    public SortedDictionary<ulong, Guild> Guilds { get; } = [];
    public Dictionary<ulong, Channel> Channels { get; } = [];
    public Dictionary<ulong, Attachment> Files { get; } = [];

    /// <summary>http://127.0.0.1:port, known once the server listens.</summary>
    public string Address { get; set; } = "";

    public DateTimeOffset Now => Time.GetUtcNow();

    public User Add(User user)
    {
        Users.Add(user.Id, user);
        _byToken.Add(user.Token, user);
        return user;
    }

    public Guild Add(Guild guild)
    {
        Guilds.Add(guild.Id, guild);
        guild.Roles.Add(guild.Id, new Role(guild.Id, "@everyone", Permission.Everyone, 0));
        return guild;
    }

    public Channel Add(Channel channel)
    {
        channel.Position = channel.Guild.TopLevel.Count();
        channel.Guild.Channels.Add(channel.Id, channel);
        Channels.Add(channel.Id, channel);
        return channel;
    }

    public void Remove(Channel channel)
    {
        channel.Guild.Channels.Remove(channel.Id);
        Channels.Remove(channel.Id);
    }

    public User? ByToken(string token) => _byToken.GetValueOrDefault(token);

    public User? ByName(string name) => Users.Values.FirstOrDefault(user => user.Name == name);
}
