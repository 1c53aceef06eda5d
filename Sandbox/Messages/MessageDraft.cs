using System.Text.Json.Nodes;
using Sandbox.Rest;
using Sandbox.World;

namespace Sandbox.Messages;

/// <summary>What a request wants a message to be, checked. A field that the request did not name is null, and an edit leaves it alone.</summary>
internal sealed record MessageDraft
{
    public string? Content { get; init; }
    public IReadOnlyList<JsonObject>? Embeds { get; init; }
    public IReadOnlyList<JsonObject>? Components { get; init; }
    public MessageFlag? Flags { get; init; }
    public AllowedMentions Mentions { get; init; } = AllowedMentions.Everything;

    /// <summary>Attachments by id: those of the message that an edit keeps, and what is said about new files.</summary>
    public IReadOnlyList<AttachmentNote>? Attachments { get; init; }

    public IReadOnlyList<UploadedFile> Files { get; init; } = [];
    public JsonNode? Nonce { get; init; }
    public bool EnforceNonce { get; init; }
    public MessageReference? Reference { get; init; }
}
