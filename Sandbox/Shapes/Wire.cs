using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sandbox.World;

namespace Sandbox.Shapes;

/// <summary>How values are spelled in Discord's JSON.</summary>
internal static class Wire
{
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonNode Id(ulong id) => id.ToString(CultureInfo.InvariantCulture);

    public static JsonNode? Id(ulong? id) => id is { } some ? Id(some) : null;

    public static JsonNode Bits(Permission permissions) => ((ulong)permissions).ToString(CultureInfo.InvariantCulture);

    public static JsonNode Time(DateTimeOffset moment) =>
        moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    public static JsonNode? Time(DateTimeOffset? moment) => moment is { } some ? Time(some) : null;

    public static JsonArray List(IEnumerable<JsonNode?> items) => new([.. items]);

    public static JsonArray Ids(IEnumerable<ulong> ids) => List(ids.Select(Id));

    public static JsonArray Copies(IEnumerable<JsonObject> items) => List(items.Select(item => item.DeepClone()));
}
