using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Sandbox.Faults;
using Sandbox.Shapes;
using Sandbox.World;

namespace Sandbox.Gateway;

/// <summary>All sessions, and who hears of what. Used under the world's lock.</summary>
internal sealed class GatewayHub(WorldState world, FaultBoard faults) : IDisposable
{
    public static readonly TimeSpan ResumeWindow = TimeSpan.FromMinutes(2);
    private readonly CancellationTokenSource _closing = new();
    private readonly Dictionary<string, GatewaySession> _sessions = [];

    /// <summary>Fires when the server stops.</summary>
    public CancellationToken Closing => _closing.Token;

    public FaultBoard Faults { get; } = faults;
    public GatewayCounts Counts { get; set; } = new(0, 0, 0);
    public WorldState World { get; } = world;
    public string Url => World.Address.Replace("http://", "ws://", StringComparison.Ordinal) + "/gateway";

    public GatewaySession Open(User user, Intent intents, int shard, int shards)
    {
        var session = new GatewaySession(RandomNumberGenerator.GetHexString(32, lowercase: true), user, intents, shard, shards);
        _sessions.Add(session.Id, session);
        return session;
    }

    /// <summary>A session that may still be resumed.</summary>
    public GatewaySession? Find(string id)
    {
        DropStale();
        return _sessions.GetValueOrDefault(id);
    }

    public void Forget(GatewaySession session) => _sessions.Remove(session.Id);

    public IReadOnlyList<GatewayConnection> ConnectionsOf(User user) =>
        [.. _sessions.Values.Where(session => session.User == user).Select(session => session.Connection).OfType<GatewayConnection>()];

    /// <summary>Tells every session that asked for it and may see the channel.</summary>
    public void Tell(Intent intent, Channel channel, string name, Func<GatewaySession, JsonNode> data) =>
        Tell(intent, channel.Guild, name, data, session => Rights.Sees(session.User.Id, channel));

    /// <summary>Tells every session of the server's members that asked for it.</summary>
    public void Tell(Intent intent, Guild guild, string name, Func<GatewaySession, JsonNode> data, Func<GatewaySession, bool>? only = null)
    {
        DropStale();
        foreach (var session in _sessions.Values.ToList())
            if ((session.Intents & intent) == intent && session.IsServing(guild.Id) && guild.Members.ContainsKey(session.User.Id)
                && only?.Invoke(session) != false)
                session.Dispatch(name, data(session));
    }

    /// <summary>Tells the sessions of one user that serve the server, if one is named, and asked for it.</summary>
    public void TellOne(User user, string name, Func<JsonNode> data, Guild? guild = null, Intent intent = Intent.None)
    {
        DropStale();
        foreach (var session in _sessions.Values.Where(session => session.User == user).ToList())
            if ((session.Intents & intent) == intent && (guild is null || session.IsServing(guild.Id)))
                session.Dispatch(name, data());
    }

    /// <summary>The state a client starts from: one event for each of its servers.</summary>
    public void TellGuilds(GatewaySession session)
    {
        if (!session.Intents.HasFlag(Intent.Guilds))
            return;
        foreach (var guild in World.Guilds.Values.Where(guild => guild.Members.ContainsKey(session.User.Id) && session.IsServing(guild.Id)))
            if (guild.Unavailable)
                session.Dispatch("GUILD_DELETE", GuildShape.Unavailable(guild.Id));
            else
                session.Dispatch("GUILD_CREATE", GuildShape.Arriving(guild, session.User.Id, allMembers: !session.User.IsBot));
    }

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    private void DropStale()
    {
        var before = World.Now - ResumeWindow;
        foreach (var session in _sessions.Values.Where(session => session.DisconnectedAt < before).ToList())
            _sessions.Remove(session.Id);
    }
}
