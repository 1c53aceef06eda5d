using System.Text.Json;
using System.Text.Json.Nodes;
using Sandbox.Rest;
using Sandbox.World;

namespace Sandbox.Messages;

/// <summary>Reads the body of every request that makes or changes a message, and complains about all of it at once.</summary>
internal static class DraftReader
{
    /// <exception cref="ApiError">50035 with every complaint.</exception>
    public static MessageDraft Read(Form body, IReadOnlyList<UploadedFile> files, bool alreadyV2 = false)
    {
        var draft = ReadUnchecked(body, files, alreadyV2);
        body.Errors.ThrowIfAny();
        return draft;
    }

    /// <summary>Leaves the complaints in the form's errors.</summary>
    public static MessageDraft ReadUnchecked(Form body, IReadOnlyList<UploadedFile> files, bool alreadyV2 = false)
    {
        var flags = body.Integer("flags") is { } bits ? (MessageFlag?)bits : null;
        var isV2 = alreadyV2 || flags?.HasFlag(MessageFlag.ComponentsV2) == true;
        var draft = new MessageDraft
        {
            Content = body.Has("content") ? body.Text("content", 2000)?.Trim() ?? "" : null,
            Embeds = EmbedRules.Read(body),
            Components = ComponentRules.Read(body, isV2),
            Flags = flags,
            Mentions = AllowedMentions.Read(body),
            Attachments = body.Has("attachments") ? [.. ReadAttachments(body)] : null,
            Files = files,
            Nonce = ReadNonce(body),
            EnforceNonce = body.Flag("enforce_nonce") ?? false,
            Reference = ReadReference(body),
        };
        if (files.Count > 10)
            body.Errors.Length("attachments", 0, 10);
        if (isV2)
            foreach (var (name, used) in new[] { ("content", draft.Content is { Length: > 0 }), ("embeds", draft.Embeds is { Count: > 0 }) })
                if (used)
                    body.Errors.Add(body.At(name), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                        $"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        return draft;
    }

    private static IEnumerable<AttachmentNote> ReadAttachments(Form body)
    {
        foreach (var item in body.Objects("attachments", 10))
            if (item.Id("id", required: true) is { } id)
                yield return new AttachmentNote(id, item.Text("filename", 1024), item.Text("description", 1024), item.Text("title", 1024));
    }

    private static JsonNode? ReadNonce(Form body)
    {
        if (body.Body["nonce"] is not { } nonce)
            return null;
        switch (nonce.GetValueKind())
        {
            case JsonValueKind.Number:
                body.Integer("nonce");
                break;
            case JsonValueKind.String when ((string)nonce!).Length <= 25:
                break;
            default:
                body.Errors.Add(body.At("nonce"), "NONCE_TYPE_TOO_LONG", "Must be an integer or a string of 25 or fewer in length.");
                break;
        }
        return nonce.DeepClone();
    }

    private static MessageReference? ReadReference(Form body)
    {
        if (body.Object("message_reference") is not { } form)
            return null;
        if (form.Integer("type") is not (null or 0))
            body.Errors.Add(form.At("type"), "BASE_TYPE_CHOICES", "The sandbox knows replies (0) only.");
        return form.Id("message_id", required: true) is { } id ? new MessageReference(id, form.Flag("fail_if_not_exists") ?? true) : null;
    }
}
