using System.Net;
using System.Text.Json.Nodes;

namespace Bot.Tests.Sandbox;

/// <summary>What a request was answered.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonNode? Json, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public string Id => (string)Json!["id"]!;
    public int? Code => (int?)Json?["code"];

    /// <summary>The code of the first complaint about a field, by its dotted path.</summary>
    public string? Complaint(string path)
    {
        var at = Json?["errors"];
        foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            at = at?[part];
        return (string?)at?["_errors"]?[0]?["code"];
    }
}
