using System.Text.Json;
using System.Text.Json.Nodes;
using Sandbox.Shapes;
using Sandbox.World;

namespace Sandbox.Gateway;

/// <summary>What one client says on one connection, and what it is answered. Used under the world's lock.</summary>
internal sealed class GatewayTalk(GatewayHub hub, GatewayConnection connection)
{
    private const int LargestPayload = 4096;
    private const int SendsPerMinute = 120;
    private readonly Queue<DateTimeOffset> _sends = [];

    private GatewaySession? Session
    {
        get => connection.Session;
        set => connection.Session = value;
    }

    /// <summary>Handles one message; closes the connection where Discord would.</summary>
    public void Hear(string text)
    {
        if (SendsTooFast())
        {
            connection.Close(CloseCode.RateLimited, "You are being rate limited.");
            return;
        }
        if (text.Length > LargestPayload || !TryParse(text, out var opcode, out var data))
        {
            connection.Close(CloseCode.DecodeError, "Error while decoding payload.");
            return;
        }
        switch (opcode)
        {
            case Opcode.Heartbeat:
                connection.Send(Opcode.HeartbeatAck, null);
                break;
            case Opcode.Identify or Opcode.Resume when Session is not null:
                connection.Close(CloseCode.AlreadyAuthenticated, "Already authenticated.");
                break;
            case Opcode.Identify:
                Identify(data as JsonObject);
                break;
            case Opcode.Resume:
                Resume(data as JsonObject);
                break;
            case Opcode.PresenceUpdate or Opcode.VoiceStateUpdate or Opcode.RequestGuildMembers when Session is null:
                connection.Close(CloseCode.NotAuthenticated, "Not authenticated.");
                break;
            case Opcode.RequestGuildMembers:
                TellMembers(data as JsonObject);
                break;
            case Opcode.PresenceUpdate or Opcode.VoiceStateUpdate:
                break; // nobody in the sandbox looks at presences or speaks
            default:
                connection.Close(CloseCode.UnknownOpcode, "Unknown opcode.");
                break;
        }
    }

    private void Identify(JsonObject? data)
    {
        var user = TokenOwner(data);
        if (user is null)
        {
            connection.Close(CloseCode.AuthenticationFailed, "Authentication failed.");
            return;
        }
        if (!TryShard(data!["shard"], out var shard, out var shards))
        {
            connection.Close(CloseCode.InvalidShard, "Invalid shard.");
            return;
        }
        var intents = Intent.All;
        if (user.IsBot)
        {
            if (data["intents"] is not JsonValue value || !value.TryGetValue<int>(out var bits) || (bits & ~(int)Intent.All) != 0)
            {
                connection.Close(CloseCode.InvalidIntents, "Invalid intent(s).");
                return;
            }
            intents = (Intent)bits;
            if ((intents & Disallowed()) != 0)
            {
                connection.Close(CloseCode.DisallowedIntents, "Disallowed intent(s).");
                return;
            }
            hub.Counts = hub.Counts with { Identifies = hub.Counts.Identifies + 1 };
        }

        Session = hub.Open(user, intents, shard, shards);
        Session.Connection = connection;
        Session.Dispatch("READY", Ready(Session, data));
        hub.TellGuilds(Session);
    }

    private JsonObject Ready(GatewaySession session, JsonObject asked)
    {
        var guilds = hub.World.Guilds.Values.Where(guild => guild.Members.ContainsKey(session.User.Id) && session.IsServing(guild.Id));
        var ready = new JsonObject
        {
            ["v"] = 10,
            ["user"] = UserShape.Own(session.User),
            ["guilds"] = Wire.List(guilds.Select(guild => GuildShape.Unavailable(guild.Id))),
            ["session_id"] = session.Id,
            ["session_type"] = "normal",
            ["resume_gateway_url"] = hub.Url,
            ["private_channels"] = new JsonArray(),
            ["relationships"] = new JsonArray(),
            ["presences"] = new JsonArray(),
        };
        if (asked["shard"] is { } shard)
            ready["shard"] = shard.DeepClone();
        if (session.User.IsBot)
            ready["application"] = new JsonObject { ["id"] = Wire.Id(hub.World.Application.Id), ["flags"] = hub.World.Application.Flags };
        return ready;
    }

    private void Resume(JsonObject? data)
    {
        var session = (string?)AsString(data?["session_id"]) is { } id ? hub.Find(id) : null;
        if (TokenOwner(data) is not { } user)
        {
            connection.Close(CloseCode.AuthenticationFailed, "Authentication failed.");
            return;
        }
        if (data!["seq"] is not JsonValue value || !value.TryGetValue<int>(out var sequence) || session is null || session.User != user)
        {
            connection.Send(Opcode.InvalidSession, false);
            return;
        }
        if (sequence > session.Sequence || sequence < 0)
        {
            connection.Close(CloseCode.InvalidSequence, "Invalid seq.");
            return;
        }
        if (!session.CanReplayAfter(sequence))
        {
            hub.Forget(session);
            connection.Send(Opcode.InvalidSession, false);
            return;
        }
        session.Connection?.Close(CloseCode.SessionTimedOut, "Session resumed elsewhere.");
        session.Connection = connection;
        session.DisconnectedAt = null;
        Session = session;
        if (user.IsBot)
            hub.Counts = hub.Counts with { Resumes = hub.Counts.Resumes + 1 };
        session.Replay(sequence);
        session.Dispatch("RESUMED", new JsonObject { ["_trace"] = new JsonArray("sandbox") });
    }

    private void TellMembers(JsonObject? data)
    {
        if (!Snowflakes.TryParse(AsString(data?["guild_id"]), out var id) || !hub.World.Guilds.TryGetValue(id, out var guild)
            || !guild.Members.ContainsKey(Session!.User.Id))
            return;
        var query = AsString(data!["query"]) ?? "";
        var limit = data["limit"] is JsonValue value && value.TryGetValue<int>(out var number) && number > 0 ? number : 1000;
        var wanted = data["user_ids"] switch
        {
            JsonArray list => list.Select(AsString).ToHashSet(),
            JsonValue one => [AsString(one)],
            _ => null,
        };
        var found = guild.Members.Values
            .Where(member => wanted?.Contains(Wire.Id(member.User.Id).GetValue<string>()) ?? member.User.Name.StartsWith(query, StringComparison.OrdinalIgnoreCase))
            .Take(Math.Min(limit, 1000));
        var chunk = new JsonObject
        {
            ["guild_id"] = Wire.Id(guild.Id),
            ["members"] = Wire.List(found.Select(MemberShape.Of)),
            ["chunk_index"] = 0,
            ["chunk_count"] = 1,
        };
        if (AsString(data["nonce"]) is { Length: <= 32 } nonce)
            chunk["nonce"] = nonce;
        Session.Dispatch("GUILD_MEMBERS_CHUNK", chunk);
    }

    private User? TokenOwner(JsonObject? data)
    {
        var token = AsString(data?["token"]);
        if (token?.StartsWith("Bot ", StringComparison.Ordinal) == true)
            token = token[4..]; // Discord takes the token in both spellings here
        return token is null ? null : hub.World.ByToken(token);
    }

    private Intent Disallowed()
    {
        var flags = hub.World.Application.Flags;
        bool Has(int bit) => (flags >> bit & 1) == 1;
        return (Has(12) || Has(13) ? 0 : Intent.GuildPresences) | (Has(14) || Has(15) ? 0 : Intent.GuildMembers)
            | (Has(18) || Has(19) ? 0 : Intent.MessageContent);
    }

    private bool SendsTooFast()
    {
        var now = hub.World.Now;
        while (_sends.TryPeek(out var first) && now - first > TimeSpan.FromMinutes(1))
            _sends.Dequeue();
        _sends.Enqueue(now);
        return _sends.Count > SendsPerMinute;
    }

    private static bool TryShard(JsonNode? node, out int shard, out int shards)
    {
        (shard, shards) = (0, 1);
        if (node is null)
            return true;
        return node is JsonArray { Count: 2 } pair && pair[0] is JsonValue first && pair[1] is JsonValue second
            && first.TryGetValue(out shard) && second.TryGetValue(out shards) && shard >= 0 && shard < shards;
    }

    private static bool TryParse(string text, out Opcode opcode, out JsonNode? data)
    {
        (opcode, data) = (default, null);
        try
        {
            if (JsonNode.Parse(text) is not JsonObject payload || payload["op"] is not JsonValue value || !value.TryGetValue<int>(out var number))
                return false;
            (opcode, data) = ((Opcode)number, payload["d"]);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return false;
        }
    }

    private static string? AsString(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
