namespace Bot.Discord.Messages;

/// <summary>A text box of a modal.</summary>
/// <param name="CustomId">1 to 100 characters, unique in the modal; the name of the value in the submission.</param>
/// <param name="Label">At most 45 characters.</param>
/// <param name="Paragraph">Several lines instead of one.</param>
/// <param name="MinLength">0 to 4,000.</param>
/// <param name="MaxLength">1 to 4,000.</param>
/// <param name="Value">What stands in the box to begin with.</param>
/// <param name="Description">Under the label; at most 100 characters.</param>
public sealed record TextField(
    string CustomId,
    string Label,
    bool Paragraph = false,
    bool Required = true,
    int? MinLength = null,
    int? MaxLength = null,
    string? Value = null,
    string? Placeholder = null,
    string? Description = null);
