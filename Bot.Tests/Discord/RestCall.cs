using System.Text.Json;

namespace Bot.Tests.Discord;

/// <summary>A request as the scripted server saw it.</summary>
internal sealed record RestCall(
    string Name, string Query, IReadOnlyDictionary<string, string> Headers, string ContentType, byte[] Body, IReadOnlyList<FormPart> Parts)
{
    /// <summary>The JSON body, or the <c>payload_json</c> part of a form.</summary>
    public JsonElement Json
    {
        get
        {
            var bytes = Parts.SingleOrDefault(part => part.Name == "payload_json")?.Content ?? Body;
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
    }
}
