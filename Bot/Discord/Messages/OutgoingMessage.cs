namespace Bot.Discord.Messages;

/// <summary>A message to be posted. Mentions in it are shown and ping nobody.</summary>
public sealed record OutgoingMessage
{
    /// <summary>At most 2,000 characters.</summary>
    public string? Content { get; init; }

    /// <summary>At most 10, with at most 6,000 characters of text in all.</summary>
    public IReadOnlyList<Embed> Embeds { get; init; } = [];

    /// <summary>At most 5 rows.</summary>
    public IReadOnlyList<ActionRow> Components { get; init; } = [];

    /// <summary>At most 10.</summary>
    public IReadOnlyList<OutgoingFile> Files { get; init; } = [];

    /// <summary>At most 25 characters; makes the creation safe to repeat. For ordinary messages only.</summary>
    public string? Nonce { get; init; }

    /// <summary>Shown to the member who interacted, and to nobody else. For answers to interactions only.</summary>
    public bool Ephemeral { get; init; }

    /// <summary>Links in the content grow no previews.</summary>
    public bool SuppressEmbeds { get; init; }

    /// <summary>The message this one replies to; if that is gone, this one is posted without it.</summary>
    public MessageId? ReplyTo { get; init; }

    public static OutgoingMessage Text(string content) => new() { Content = content };

    /// <summary>One sentence for the one who asked.</summary>
    public static OutgoingMessage Whisper(string content) => new() { Content = content, Ephemeral = true };

    /// <summary>The edit that makes a standing message look like this one, whatever it looked like before.</summary>
    public MessageEdit AsEdit() => new() { Content = Content ?? "", Embeds = Embeds, Components = Components, Files = Files };
}
