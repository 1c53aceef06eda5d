namespace Bot.Discord.Messages;

/// <summary>A change to a message. What is null stays as it is; what is empty is taken away.</summary>
public sealed record MessageEdit
{
    public string? Content { get; init; }
    public IReadOnlyList<Embed>? Embeds { get; init; }
    public IReadOnlyList<ActionRow>? Components { get; init; }

    /// <summary>New files. When given, they replace all that stand on the message, except those in <see cref="KeptFiles"/>.</summary>
    public IReadOnlyList<OutgoingFile>? Files { get; init; }

    /// <summary>Files of the message that stay when <see cref="Files"/> are given. When only these are given, all others go.</summary>
    public IReadOnlyList<AttachmentId>? KeptFiles { get; init; }
}
