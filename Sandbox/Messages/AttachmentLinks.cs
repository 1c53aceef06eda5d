using System.Text.Json.Nodes;
using Sandbox.Shapes;
using Sandbox.World;

namespace Sandbox.Messages;

/// <summary>
/// Turns <c>attachment://name</c> into the file's address, and fills in what Discord tells of pictures. A file shown inside an embed is not
/// listed among the attachments any more.
/// </summary>
internal sealed class AttachmentLinks(WorldState world, Message message)
{
    private const string Scheme = "attachment://";

    public void ResolveEmbeds(IReadOnlyList<JsonObject> embeds)
    {
        message.EmbeddedFiles.Clear();
        foreach (var embed in embeds)
        {
            foreach (var picture in new[] { "image", "thumbnail" })
                if (embed[picture] is JsonObject image && !Resolve(image, "url", "proxy_url", withSize: true))
                    embed.Remove(picture);
            foreach (var part in new[] { "footer", "author" })
                if (embed[part] is JsonObject holder && holder.ContainsKey("icon_url") && !Resolve(holder, "icon_url", "proxy_icon_url", withSize: false))
                    holder.Remove("icon_url");
        }
    }

    public void ResolveComponents(IEnumerable<JsonNode?> components)
    {
        foreach (var component in components.OfType<JsonObject>())
        {
            foreach (var holder in new[] { component["media"], component["file"] })
                ResolveMedia(holder as JsonObject, component);
            foreach (var item in (component["items"] as JsonArray ?? []).OfType<JsonObject>())
                ResolveMedia(item["media"] as JsonObject, item);
            ResolveComponents(component["components"] as JsonArray ?? []);
            if (component["accessory"] is JsonObject accessory)
                ResolveComponents([accessory]);
        }
    }

    private bool Resolve(JsonObject holder, string url, string proxy, bool withSize)
    {
        var address = (string)holder[url]!;
        if (!address.StartsWith(Scheme, StringComparison.Ordinal))
        {
            holder[proxy] = address;
            if (withSize)
                (holder["width"], holder["height"], holder["flags"]) = (0, 0, 0);
            return true;
        }
        if (Find(address) is not { } file)
            return false;
        message.EmbeddedFiles.Add(file.Id);
        holder[url] = world.Address + file.Path;
        holder[proxy] = world.Address + file.Path;
        if (withSize)
        {
            (holder["width"], holder["height"], holder["flags"]) = (file.Size?.Width ?? 0, file.Size?.Height ?? 0, 0);
            holder["content_type"] = file.ContentType;
            if (file.Description is { } description)
                holder["description"] = description;
        }
        return true;
    }

    private void ResolveMedia(JsonObject? media, JsonObject owner)
    {
        if ((string?)media?["url"] is not { } address)
            return;
        var file = address.StartsWith(Scheme, StringComparison.Ordinal) ? Find(address) : null;
        var url = file is null ? address : world.Address + file.Path;
        (media["id"], media["url"], media["proxy_url"]) = (Wire.Id(world.Ids.Next()), url, url);
        (media["width"], media["height"], media["content_type"]) = (file?.Size?.Width ?? 0, file?.Size?.Height ?? 0, file?.ContentType);
        if (file is null)
            return;
        media["attachment_id"] = Wire.Id(file.Id);
        if (owner.ContainsKey("name"))
            (owner["name"], owner["size"]) = (file.FileName, file.Bytes.Length);
    }

    private Attachment? Find(string address)
    {
        var name = FileNames.Clean(Uri.UnescapeDataString(address[Scheme.Length..]));
        return message.Attachments.FindLast(file => file.FileName == name);
    }
}
