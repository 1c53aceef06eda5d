namespace Bot.Discord;

/// <summary>Whom the token belongs to: the application and its bot user.</summary>
public sealed record BotIdentity(ApplicationId Application, User Bot);
