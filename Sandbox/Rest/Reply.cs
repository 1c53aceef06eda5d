using System.Text.Json.Nodes;

namespace Sandbox.Rest;

/// <summary>A status and, unless it is 204, a JSON body.</summary>
internal sealed record Reply(int Status, JsonNode? Body)
{
    public static Reply NoContent { get; } = new(204, null);
    public static Reply Ok(JsonNode body) => new(200, body);
    public static Reply Created(JsonNode body) => new(201, body);
}
