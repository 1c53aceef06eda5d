namespace Bot.Discord.Gateway;

/// <summary>Which events Discord sends (docs: events/gateway, list of intents); only those that the arena needs.</summary>
[Flags]
internal enum Intents
{
    Guilds = 1 << 0,
    GuildMessages = 1 << 9,
    GuildMessageReactions = 1 << 10,
    MessageContent = 1 << 15,
}
