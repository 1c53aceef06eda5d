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
}
