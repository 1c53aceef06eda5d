namespace Sandbox.World;

internal sealed record Attachment(ulong Id, ulong ChannelId, string FileName, string ContentType, byte[] Bytes, ImageSize? Size)
{
    public string? Description { get; init; }
    public string? Title { get; init; }

    public string Path => $"/attachments/{ChannelId}/{Id}/{Uri.EscapeDataString(FileName)}";
}
