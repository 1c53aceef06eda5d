namespace Sandbox.Messages;

internal sealed record AttachmentNote(ulong Id, string? FileName, string? Description, string? Title);
