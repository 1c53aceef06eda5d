using System.Text.Json.Nodes;
using Sandbox.World;

namespace Sandbox.Shapes;

internal sealed class MessageShape(WorldState world)
{
    /// <summary>A message as an answer of the REST API to this reader.</summary>
    public JsonObject Of(Message message, ulong reader, bool withContent = true)
    {
        var shape = Plain(message, reader, withContent);
        if (message.Reactions.Count > 0)
            shape["reactions"] = Wire.List(message.Reactions.Select(reaction => Of(reaction, reader)));
        if (message.RepliesTo is { } replied)
            shape["referenced_message"] = message.Channel.Messages.ContainsKey(replied.Id) || replied.Channel != message.Channel ? Plain(replied, reader, withContent) : null;
        return shape;
    }

    /// <summary>The same with what the gateway adds: the server and the author's membership.</summary>
    public JsonObject ForGateway(Message message, ulong reader, bool withContent)
    {
        var shape = Of(message, reader, withContent);
        var guild = message.Channel.Guild;
        shape["guild_id"] = Wire.Id(guild.Id);
        shape["channel_type"] = (int)message.Channel.Kind;
        if (guild.Members.TryGetValue(message.Author.Id, out var author))
            shape["member"] = MemberShape.Partial(author);
        foreach (var mention in shape["mentions"]!.AsArray().OfType<JsonObject>())
            if (Snowflakes.TryParse((string?)mention["id"], out var id) && guild.Members.TryGetValue(id, out var mentioned))
                mention["member"] = MemberShape.Partial(mentioned);
        return shape;
    }

    private JsonObject Plain(Message message, ulong reader, bool withContent)
    {
        var shape = new JsonObject
        {
            ["id"] = Wire.Id(message.Id),
            ["channel_id"] = Wire.Id(message.Channel.Id),
            ["type"] = (int)message.Kind,
            ["content"] = withContent ? message.Content : "",
            ["author"] = UserShape.Of(message.Author),
            ["mentions"] = Wire.List(message.MentionedUsers.Select(id => UserShape.Of(world.Users[id]))),
            ["mention_roles"] = Wire.Ids(message.MentionedRoles),
            ["mention_everyone"] = message.MentionsEveryone,
            ["attachments"] = withContent ? Wire.List(message.Attachments.Where(file => !message.EmbeddedFiles.Contains(file.Id)).Select(file => Of(file, message.IsEphemeral))) : new JsonArray(),
            ["embeds"] = withContent ? Wire.Copies(message.Embeds) : new JsonArray(),
            ["components"] = withContent ? Wire.Copies(message.Components) : new JsonArray(),
            ["timestamp"] = Wire.Time(message.CreatedAt),
            ["edited_timestamp"] = Wire.Time(message.EditedAt),
            ["flags"] = (int)message.Flags,
            ["pinned"] = false,
            ["tts"] = false,
        };
        if (message.Nonce is { } nonce)
            shape["nonce"] = nonce.DeepClone();
        if (message.ApplicationId is { } application)
        {
            shape["application_id"] = Wire.Id(application);
            shape["webhook_id"] = Wire.Id(application);
        }
        if (message.InteractionMetadata is { } metadata)
            shape["interaction_metadata"] = metadata.DeepClone();
        if (message.LegacyInteraction is { } interaction)
            shape["interaction"] = interaction.DeepClone();
        if (message.RepliesTo is { } replied)
            shape["message_reference"] = Reference(replied);
        if (message.Channel.IsThread)
            shape["position"] = Math.Max(0, message.Channel.Messages.Keys.TakeWhile(id => id != message.Id).Count() - 1);
        if (message.Flags.HasFlag(MessageFlag.HasThread) && world.Channels.TryGetValue(message.Id, out var thread))
            shape["thread"] = ChannelShape.ForReader(thread, reader);
        return shape;
    }

    private static JsonObject Reference(Message replied) => new()
    {
        ["type"] = 0,
        ["channel_id"] = Wire.Id(replied.Channel.Id),
        ["message_id"] = Wire.Id(replied.Id),
        ["guild_id"] = Wire.Id(replied.Channel.Guild.Id),
    };

    private static JsonObject Of(Reaction reaction, ulong reader) => new()
    {
        ["emoji"] = Emoji(reaction.Emoji),
        ["count"] = reaction.Normal.Count + reaction.Burst.Count,
        ["count_details"] = new JsonObject { ["burst"] = reaction.Burst.Count, ["normal"] = reaction.Normal.Count },
        ["burst_colors"] = new JsonArray(),
        ["me_burst"] = reaction.Burst.Contains(reader),
        ["me"] = reaction.Normal.Contains(reader),
    };

    public static JsonObject Emoji(string emoji) => new() { ["id"] = null, ["name"] = emoji };

    public JsonObject Of(Attachment file, bool ephemeral)
    {
        var shape = new JsonObject
        {
            ["id"] = Wire.Id(file.Id),
            ["filename"] = file.FileName,
            ["size"] = file.Bytes.Length,
            ["url"] = world.Address + file.Path,
            ["proxy_url"] = world.Address + file.Path,
            ["content_type"] = file.ContentType,
        };
        if (file.Size is { } size)
            (shape["width"], shape["height"]) = (size.Width, size.Height);
        if (file.Description is { } description)
            shape["description"] = description;
        if (file.Title is { } title)
            shape["title"] = title;
        if (ephemeral)
            shape["ephemeral"] = true;
        return shape;
    }
}
