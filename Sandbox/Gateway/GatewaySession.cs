using System.Text.Json.Nodes;
using Sandbox.Shapes;
using Sandbox.World;

namespace Sandbox.Gateway;

/// <summary>
/// What outlives a connection: who it is, what was asked for, the sequence, and the events that a resume replays.
/// Used under the world's lock.
/// </summary>
internal sealed class GatewaySession(string id, User user, Intent intents, int shard, int shards)
{
    /// <summary>Beyond this many events a session can no longer be resumed from its beginning.</summary>
    private const int KeptEvents = 20_000;

    private readonly Queue<(int Sequence, string Payload)> _events = [];

    public string Id { get; } = id;
    public User User { get; } = user;
    public Intent Intents { get; } = intents;
    public int Shard { get; } = shard;
    public int Shards { get; } = shards;
    public int Sequence { get; private set; }
    public GatewayConnection? Connection { get; set; }
    public DateTimeOffset? DisconnectedAt { get; set; }

    public bool IsServing(ulong guild) => (int)((guild >> 22) % (ulong)Shards) == Shard;

    public void Dispatch(string name, JsonNode data)
    {
        Sequence++;
        var payload = new JsonObject { ["t"] = name, ["s"] = Sequence, ["op"] = (int)Opcode.Dispatch, ["d"] = data }.ToJsonString(Wire.Json);
        _events.Enqueue((Sequence, payload));
        if (_events.Count > KeptEvents)
            _events.Dequeue();
        Connection?.Send(payload);
    }

    public bool CanReplayAfter(int sequence) =>
        sequence == Sequence || (sequence < Sequence && _events.TryPeek(out var first) && first.Sequence <= sequence + 1);

    public void Replay(int sequence)
    {
        foreach (var (_, payload) in _events.Where(item => item.Sequence > sequence))
            Connection!.Send(payload);
    }
}
