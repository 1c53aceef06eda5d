namespace Bot.Discord.Messages;

/// <summary>A message that stands in a channel.</summary>
/// <param name="Server">Known for messages that arrive as events; null where REST does not say.</param>
/// <param name="Content">Empty where the message content intent would be needed and is not there.</param>
/// <param name="Reactions">Counts per emoji, burst included.</param>
public sealed record Message(
    MessageId Id,
    ChannelId Channel,
    ServerId? Server,
    User Author,
    string Content,
    IReadOnlyList<Attachment> Attachments,
    IReadOnlyList<Embed> Embeds,
    IReadOnlyList<ReactionCount> Reactions,
    DateTimeOffset SentAt,
    DateTimeOffset? EditedAt)
{
    /// <summary>What the sender gave to find its message again.</summary>
    public string? Nonce { get; init; }

    /// <summary>Discord's message type; 0 is an ordinary one, 19 a reply. Others are joins, pins and the like.</summary>
    public int Type { get; init; }
}
