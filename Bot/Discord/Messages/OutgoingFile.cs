namespace Bot.Discord.Messages;

/// <summary>A file to be sent along with a message; an embed shows it as <c>attachment://name</c>.</summary>
/// <param name="Name">With its ending; letters, digits, <c>_ - .</c> survive as they are.</param>
/// <param name="MediaType">Such as <c>image/png</c>.</param>
/// <param name="Description">Text alternative for those who do not see the picture; at most 1,024 characters.</param>
public sealed record OutgoingFile(string Name, ReadOnlyMemory<byte> Content, string MediaType, string? Description = null)
{
    /// <summary>How an embed of the same message refers to this file.</summary>
    public Uri Reference => new($"attachment://{Name}");
}
