namespace Bot.Discord.Messages;

/// <param name="Name">At most 256 characters.</param>
/// <param name="Value">At most 1,024 characters.</param>
public sealed record EmbedField(string Name, string Value, bool Inline = false);
