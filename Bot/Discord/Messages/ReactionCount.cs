namespace Bot.Discord.Messages;

/// <param name="Emoji">The emoji itself, or <c>name:id</c> for a server's own.</param>
/// <param name="Count">Normal and burst together.</param>
/// <param name="Mine">Whether the bot's own reaction is among them.</param>
public sealed record ReactionCount(string Emoji, int Count, bool Mine);
