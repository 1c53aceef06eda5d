namespace Bot.Discord.Interactions;

/// <param name="Name">The option that a member is typing.</param>
/// <param name="Typed">What stands there so far; may be empty, and need not be a valid value.</param>
public sealed record FocusedOption(string Name, string Typed);
