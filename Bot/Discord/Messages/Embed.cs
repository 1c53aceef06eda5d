namespace Bot.Discord.Messages;

/// <summary>A box with a coloured edge under a message.</summary>
public sealed record Embed
{
    /// <summary>At most 256 characters.</summary>
    public string? Title { get; init; }

    /// <summary>At most 4,096 characters.</summary>
    public string? Description { get; init; }

    public Uri? Url { get; init; }

    /// <summary>0xRRGGBB.</summary>
    public int? Color { get; init; }

    /// <summary>At most 25.</summary>
    public IReadOnlyList<EmbedField> Fields { get; init; } = [];

    /// <summary>At most 2,048 characters.</summary>
    public string? Footer { get; init; }

    /// <summary>At most 256 characters.</summary>
    public string? Author { get; init; }

    /// <summary>A web address, or <see cref="OutgoingFile.Reference"/> of a file of the same message.</summary>
    public Uri? Image { get; init; }

    public DateTimeOffset? Timestamp { get; init; }
}
