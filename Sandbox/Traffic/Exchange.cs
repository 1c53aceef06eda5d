using System.Text.Json.Nodes;

namespace Sandbox.Traffic;

/// <summary>One REST exchange of the bot.</summary>
internal sealed record Exchange(
    string Method, string Path, string Template, string? RequestContentType, JsonNode? Request, int Status, JsonNode? Response)
{
    public JsonObject ToJson() => new()
    {
        ["method"] = Method,
        ["path"] = Path,
        ["template"] = Template,
        ["requestContentType"] = RequestContentType,
        ["request"] = Request?.DeepClone(),
        ["status"] = Status,
        ["response"] = Response?.DeepClone(),
    };
}
