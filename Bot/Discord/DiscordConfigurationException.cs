namespace Bot.Discord;

/// <summary>Options that must not be used: found before anything was sent. The message never holds the token.</summary>
public sealed class DiscordConfigurationException(string message) : Exception(message);
