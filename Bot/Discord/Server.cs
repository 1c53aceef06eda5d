namespace Bot.Discord;

/// <summary>A Discord server (guild) that the bot is in.</summary>
public sealed record Server(ServerId Id, string Name, MemberId? Owner, IReadOnlyList<Channel> Channels);
