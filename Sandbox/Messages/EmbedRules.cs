using System.Globalization;
using System.Text.Json.Nodes;
using Sandbox.Rest;
using Sandbox.Shapes;

namespace Sandbox.Messages;

/// <summary>Reads embeds into the shape of answers, and holds them to Discord's limits.</summary>
internal static class EmbedRules
{
    private const int MostEmbeds = 10;
    private const int MostCharacters = 6000;

    public static IReadOnlyList<JsonObject>? Read(Form body)
    {
        if (!body.Has("embeds"))
            return null;
        var total = 0;
        List<JsonObject> embeds = [.. body.Objects("embeds", MostEmbeds).Select(form => Read(form, ref total))];
        if (total > MostCharacters)
            body.Errors.Add(body.At("embeds"), "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {MostCharacters}");
        return embeds;
    }

    private static JsonObject Read(Form form, ref int total)
    {
        var embed = new JsonObject { ["type"] = "rich" };
        Put(embed, "url", form.Url("url"));
        total += Put(embed, "title", form.Text("title", 256));
        total += Put(embed, "description", form.Text("description", 4096));
        if (form.Integer("color", 0, 0xFFFFFF) is { } color)
            embed["color"] = color;
        if (form.Text("timestamp", 64) is { } text)
            if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
                embed["timestamp"] = Wire.Time(moment);
            else
                form.Errors.Add(form.At("timestamp"), "DATE_TIME_TYPE_PARSE", $"Could not parse {text}. Should be ISO8601.");
        foreach (var picture in new[] { "image", "thumbnail" })
            if (form.Object(picture) is { } image && image.Url("url", attachment: true) is { } url)
                embed[picture] = new JsonObject { ["url"] = url };
        if (form.Object("footer") is { } footer)
            total += AddFooter(embed, footer);
        if (form.Object("author") is { } author)
            total += AddAuthor(embed, author);
        total += AddFields(embed, form);
        if (embed.Count == 1)
            form.Errors.Required(form.At("description"));
        return embed;
    }

    private static int AddFooter(JsonObject embed, Form form)
    {
        var footer = new JsonObject();
        var length = Put(footer, "text", form.Text("text", 2048, required: true));
        Put(footer, "icon_url", form.Url("icon_url", attachment: true));
        if (footer.ContainsKey("text"))
            embed["footer"] = footer;
        return length;
    }

    private static int AddAuthor(JsonObject embed, Form form)
    {
        var author = new JsonObject();
        var length = Put(author, "name", form.Text("name", 256, required: true));
        Put(author, "url", form.Url("url"));
        Put(author, "icon_url", form.Url("icon_url", attachment: true));
        if (author.ContainsKey("name"))
            embed["author"] = author;
        return length;
    }

    private static int AddFields(JsonObject embed, Form form)
    {
        var length = 0;
        var fields = new JsonArray();
        foreach (var item in form.Objects("fields", 25))
        {
            var (name, value) = (item.Text("name", 256, min: 1, required: true)?.Trim() ?? "", item.Text("value", 1024, min: 1, required: true)?.Trim() ?? "");
            length += name.Length + value.Length;
            fields.Add((JsonNode)new JsonObject { ["name"] = name, ["value"] = value, ["inline"] = item.Flag("inline") ?? false });
        }
        if (fields.Count > 0)
            embed["fields"] = fields;
        return length;
    }

    /// <summary>Sets a text that is more than blanks; its length counts towards the total.</summary>
    private static int Put(JsonObject target, string name, string? text)
    {
        if (text?.Trim() is not { Length: > 0 } trimmed)
            return 0;
        target[name] = trimmed;
        return trimmed.Length;
    }
}
