namespace Bot.Discord.Messages;

/// <summary>A file that stands on a message or was given to a command.</summary>
/// <param name="Size">Bytes.</param>
public sealed record Attachment(AttachmentId Id, string Name, Uri Url, long Size, string? MediaType, string? Description);
