namespace Sandbox.Gateway;

/// <summary>Gateway intents: which events a session asked for.</summary>
[Flags]
internal enum Intent
{
    /// <summary>Events that need no intent.</summary>
    None = 0,
    Guilds = 1 << 0,
    GuildMembers = 1 << 1,
    GuildPresences = 1 << 8,
    GuildMessages = 1 << 9,
    GuildMessageReactions = 1 << 10,
    GuildMessageTyping = 1 << 11,
    MessageContent = 1 << 15,

    /// <summary>Every bit that Discord has given out: 0 to 16, 20, 21, 24, 25.</summary>
    All = (1 << 17) - 1 | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25,
}
