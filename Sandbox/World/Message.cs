using System.Text.Json.Nodes;

namespace Sandbox.World;

internal sealed class Message(ulong id, Channel channel, User author, MessageKind kind, DateTimeOffset createdAt)
{
    public ulong Id { get; } = id;
    public Channel Channel { get; } = channel;
    public User Author { get; } = author;
    public MessageKind Kind { get; } = kind;
    public DateTimeOffset CreatedAt { get; } = createdAt;
    public DateTimeOffset? EditedAt { get; set; }
    public string Content { get; set; } = "";
    public MessageFlag Flags { get; set; }

    /// <summary>In the shape of answers.</summary>
    public IReadOnlyList<JsonObject> Embeds { get; set; } = [];

    /// <summary>In the shape of answers, ids filled in.</summary>
    public IReadOnlyList<JsonObject> Components { get; set; } = [];

    public List<Attachment> Attachments { get; } = [];

    /// <summary>Attachments that an embed shows; they are not listed apart.</summary>
    public HashSet<ulong> EmbeddedFiles { get; } = [];
    public List<Reaction> Reactions { get; } = [];
    public IReadOnlyList<ulong> MentionedUsers { get; set; } = [];
    public IReadOnlyList<ulong> MentionedRoles { get; set; } = [];
    public bool MentionsEveryone { get; set; }

    /// <summary>As it was sent: a string or an integer.</summary>
    public JsonNode? Nonce { get; set; }

    /// <summary>The member who alone sees this message, if it is ephemeral.</summary>
    public ulong? OnlyFor { get; init; }

    public Message? RepliesTo { get; init; }

    /// <summary>The application whose interaction made this message.</summary>
    public ulong? ApplicationId { get; init; }

    /// <summary>Who interacted how, in the shape of answers.</summary>
    public JsonObject? InteractionMetadata { get; init; }

    /// <summary>The older form of the same for commands (type, name).</summary>
    public JsonObject? LegacyInteraction { get; init; }

    public bool IsEphemeral => OnlyFor is not null;

    public bool VisibleTo(ulong user) => OnlyFor is null || OnlyFor == user;
}
