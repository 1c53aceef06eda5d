namespace Bot.Discord.Messages;

/// <summary>Something in a row under a message that a member can use.</summary>
public abstract record Component
{
    private Component() { }

    /// <param name="CustomId">1 to 100 characters; comes back with the interaction.</param>
    /// <param name="Label">At most 80 characters.</param>
    /// <param name="Emoji">A unicode emoji before the label.</param>
    public sealed record Button(
        string CustomId, string Label, ButtonStyle Style = ButtonStyle.Secondary, string? Emoji = null, bool Disabled = false) : Component;

    /// <summary>A button that opens an address; no interaction comes of it.</summary>
    public sealed record LinkButton(Uri Url, string Label, string? Emoji = null, bool Disabled = false) : Component;

    /// <summary>A menu, alone in its row. At most 25 options.</summary>
    public sealed record Select(
        string CustomId, IReadOnlyList<SelectOption> Options, string? Placeholder = null, int MinValues = 1, int MaxValues = 1, bool Disabled = false)
        : Component;

    /// <summary>A menu of the server's roles, alone in its row. The chosen values are their ids.</summary>
    /// <param name="Chosen">Those that are chosen to begin with.</param>
    public sealed record RoleSelect(
        string CustomId, IReadOnlyList<RoleId> Chosen, string? Placeholder = null, int MinValues = 1, int MaxValues = 1, bool Disabled = false)
        : Component;

    /// <summary>A menu of the server's channels, alone in its row. The chosen values are their ids.</summary>
    /// <param name="Chosen">Those that are chosen to begin with.</param>
    /// <param name="Kinds">Kinds of channel that are offered; none here means all.</param>
    public sealed record ChannelSelect(
        string CustomId, IReadOnlyList<ChannelId> Chosen, IReadOnlyList<ChannelKind> Kinds, string? Placeholder = null, int MinValues = 1, int MaxValues = 1,
        bool Disabled = false) : Component;
}
