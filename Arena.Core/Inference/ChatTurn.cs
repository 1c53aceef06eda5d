namespace Arena.Core.Inference;

/// <summary>One turn of a conversation.</summary>
/// <param name="Images">PNG, JPEG or WebP files, for models that see.</param>
public sealed record ChatTurn(ChatRole Role, string Text, IReadOnlyList<ReadOnlyMemory<byte>>? Images = null)
{
    public static ChatTurn User(string text) => new(ChatRole.User, text);
}
