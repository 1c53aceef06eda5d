using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Discord.Messages;

namespace Bot.Discord.Wire;

/// <summary>Embeds as Discord takes them (docs: resources/message, embed object).</summary>
internal static class EmbedWriter
{
    public static JsonArray Write(IReadOnlyList<Embed> embeds) => [.. embeds.Select(Write)];

    private static JsonObject Write(Embed embed)
    {
        var json = new JsonObject();
        if (embed.Title is { } title)
            json["title"] = title;
        if (embed.Description is { } description)
            json["description"] = description;
        if (embed.Url is { } url)
            json["url"] = url.OriginalString;
        if (embed.Color is { } color)
            json["color"] = color;
        if (embed.Footer is { } footer)
            json["footer"] = new JsonObject { ["text"] = footer };
        if (embed.Author is { } author)
            json["author"] = new JsonObject { ["name"] = author };
        if (embed.Image is { } image)
            json["image"] = new JsonObject { ["url"] = image.OriginalString };
        if (embed.Timestamp is { } timestamp)
            json["timestamp"] = timestamp.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        if (embed.Fields.Count > 0)
            json["fields"] = new JsonArray([.. embed.Fields.Select(Write)]);
        return json;
    }

    private static JsonObject Write(EmbedField field) => new() { ["name"] = field.Name, ["value"] = field.Value, ["inline"] = field.Inline };
}
