using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Discord.Gateway;

/// <summary>The three things we say on the gateway (docs: events/gateway-events, send events).</summary>
internal static class GatewayPayload
{
    private const string Library = "ArenaBot";

    public static byte[] Identify(string token, Intents intents, int shard, int shardCount) => Write(Opcode.Identify, new JsonObject
    {
        ["token"] = token,
        ["intents"] = (int)intents,
        ["properties"] = new JsonObject { ["os"] = OperatingSystemName(), ["browser"] = Library, ["device"] = Library },
        ["shard"] = new JsonArray(shard, shardCount),
    });

    public static byte[] Resume(string token, GatewaySession session) => Write(Opcode.Resume, new JsonObject
    {
        ["token"] = token,
        ["session_id"] = session.Id,
        ["seq"] = session.Sequence,
    });

    public static byte[] Heartbeat(long? sequence) => Write(Opcode.Heartbeat, sequence is { } seq ? JsonValue.Create(seq) : null);

    private static byte[] Write(Opcode opcode, JsonNode? data) =>
        Encoding.UTF8.GetBytes(new JsonObject { ["op"] = (int)opcode, ["d"] = data }.ToJsonString());

    private static string OperatingSystemName() =>
        OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux";
}
