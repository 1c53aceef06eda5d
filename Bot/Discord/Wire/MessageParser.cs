using System.Text.Json;
using Bot.Discord.Messages;

namespace Bot.Discord.Wire;

/// <summary>Messages as they arrive (docs: resources/message).</summary>
internal static class MessageParser
{
    public static Message Message(JsonElement json) => new(
        new MessageId(json.NeedId("id")),
        new ChannelId(json.FindId("channel_id") ?? 0),
        json.FindId("guild_id") is { } guild ? new ServerId(guild) : null,
        CommonParser.User(json.Need("author")),
        json.FindText("content") ?? "",
        [.. json.Items("attachments").Select(Attachment)],
        [.. json.Items("embeds").Select(Embed)],
        [.. json.Items("reactions").Select(Reaction)],
        json.FindTime("timestamp") ?? DateTimeOffset.UnixEpoch,
        json.FindTime("edited_timestamp"))
    {
        Nonce = json.FindText("nonce"),
        Type = json.FindInt("type") ?? 0,
    };

    public static Attachment Attachment(JsonElement json) => new(
        new AttachmentId(json.NeedId("id")),
        json.FindText("filename") ?? "",
        Address(json, "url") ?? throw new WireException("The field \"url\" is missing."),
        json.FindLong("size") ?? 0,
        json.FindText("content_type"),
        json.FindText("description"));

    private static ReactionCount Reaction(JsonElement json) => new(
        CommonParser.Emoji(json.Need("emoji")), json.FindInt("count") ?? 0, json.IsTrue("me") || json.IsTrue("me_burst"));

    private static Embed Embed(JsonElement json) => new()
    {
        Title = json.FindText("title"),
        Description = json.FindText("description"),
        Url = Address(json, "url"),
        Color = json.FindInt("color"),
        Fields = [.. json.Items("fields").Select(field =>
            new EmbedField(field.FindText("name") ?? "", field.FindText("value") ?? "", field.IsTrue("inline")))],
        Footer = json.Find("footer")?.FindText("text"),
        Author = json.Find("author")?.FindText("name"),
        Image = json.Find("image") is { } image ? Address(image, "url") : null,
        Timestamp = json.FindTime("timestamp"),
    };

    private static Uri? Address(JsonElement json, string name) =>
        json.FindText(name) is { } text && Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;
}
