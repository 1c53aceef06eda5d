namespace Bot.Discord.Messages;

/// <param name="Label">At most 100 characters.</param>
/// <param name="Value">At most 100 characters; comes back with the interaction.</param>
/// <param name="Description">At most 100 characters.</param>
public sealed record SelectOption(string Label, string Value, string? Description = null, string? Emoji = null, bool IsDefault = false);
