using System.Text.Json.Nodes;
using Bot.Discord.Messages;

namespace Bot.Discord.Wire;

/// <summary>
/// Bodies of messages, new, edited or in answer to an interaction. All of them begin in <see cref="Body"/>, the one place that sees to it
/// that nothing we send can ping anybody.
/// </summary>
internal static class MessagePayload
{
    private const int SuppressEmbeds = 1 << 2;
    private const int Ephemeral = 1 << 6;

    private static JsonObject Body() => new() { ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() } };

    /// <param name="nonce">For messages in channels; answers to interactions know none.</param>
    public static JsonObject New(OutgoingMessage message, string? nonce)
    {
        var body = Body();
        if (message.Content is { Length: > 0 } content)
            body["content"] = content;
        if (message.Embeds.Count > 0)
            body["embeds"] = EmbedWriter.Write(message.Embeds);
        if (message.Components.Count > 0)
            body["components"] = ComponentWriter.Write(message.Components);
        if (message.Files.Count > 0)
            body["attachments"] = Attachments([], message.Files);
        var flags = (message.Ephemeral ? Ephemeral : 0) | (message.SuppressEmbeds ? SuppressEmbeds : 0);
        if (flags != 0)
            body["flags"] = flags;
        if (message.ReplyTo is { } reply)
            body["message_reference"] = new JsonObject { ["message_id"] = reply.ToString(), ["fail_if_not_exists"] = false };
        if (nonce is not null)
        {
            body["nonce"] = nonce;
            body["enforce_nonce"] = true;
        }

        return body;
    }

    public static JsonObject Edited(MessageEdit edit)
    {
        var body = Body();
        if (edit.Content is not null)
            body["content"] = edit.Content;
        if (edit.Embeds is not null)
            body["embeds"] = EmbedWriter.Write(edit.Embeds);
        if (edit.Components is not null)
            body["components"] = ComponentWriter.Write(edit.Components);
        // Discord keeps of the standing files exactly those listed here, so the list is left out unless something is to change.
        if (edit.Files is not null || edit.KeptFiles is not null)
            body["attachments"] = Attachments(edit.KeptFiles ?? [], edit.Files ?? []);
        return body;
    }

    /// <summary>The data of a deferred answer: it can say nothing but who will see it.</summary>
    public static JsonObject Deferred(bool ephemeral) => ephemeral ? new JsonObject { ["flags"] = Ephemeral } : [];

    private static JsonArray Attachments(IReadOnlyList<AttachmentId> kept, IReadOnlyList<OutgoingFile> added)
    {
        var list = new JsonArray();
        foreach (var id in kept)
            list.Add(new JsonObject { ["id"] = id.ToString() });
        for (var n = 0; n < added.Count; n++)
        {
            // n is the n of the part named files[n].
            var entry = new JsonObject { ["id"] = n.ToString(System.Globalization.CultureInfo.InvariantCulture), ["filename"] = added[n].Name };
            if (added[n].Description is { } description)
                entry["description"] = description;
            list.Add(entry);
        }

        return list;
    }
}
