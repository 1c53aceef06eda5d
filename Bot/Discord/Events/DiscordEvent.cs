using Bot.Discord.Interactions;
using Bot.Discord.Messages;

namespace Bot.Discord.Events;

/// <summary>Something that happened on Discord. The cases below are all there are.</summary>
public abstract record DiscordEvent
{
    private DiscordEvent() { }

    /// <summary>
    /// A shard is connected. If the session is new, whatever happened since the last one was missed and must be read by REST; if not, the
    /// missed events were delivered before this one.
    /// </summary>
    /// <param name="Servers">Servers of this shard; each follows as <see cref="ServerAvailable"/>. As of the start of the session.</param>
    public sealed record Ready(
        ApplicationId Application, User Bot, bool IsNewSession, IReadOnlyList<ServerId> Servers, int Shard = 0, int ShardCount = 1) : DiscordEvent;

    /// <summary>A server can be used: after a new session, after an outage, or because the bot was added.</summary>
    /// <param name="JustJoined">The bot was added right now.</param>
    public sealed record ServerAvailable(Server Server, bool JustJoined) : DiscordEvent;

    /// <summary>Something about a server has changed; its name, perhaps.</summary>
    public sealed record ServerChanged(ServerId Server, string Name) : DiscordEvent;

    /// <summary>An outage at Discord's; the bot is still in the server, and it comes back by itself.</summary>
    public sealed record ServerUnavailable(ServerId Server) : DiscordEvent;

    /// <summary>The bot was removed from the server.</summary>
    public sealed record ServerRemoved(ServerId Server) : DiscordEvent;

    public sealed record ChannelDeleted(ServerId Server, ChannelId Channel) : DiscordEvent;

    public sealed record ThreadDeleted(ServerId Server, ChannelId Thread, ChannelId Parent) : DiscordEvent;

    /// <summary>Somebody wrote a message, the bot itself included.</summary>
    public sealed record MessageCreated(Message Message) : DiscordEvent;

    /// <summary>One message is gone. Several at once come as several of these, in order.</summary>
    public sealed record MessageDeleted(ServerId? Server, ChannelId Channel, MessageId Message) : DiscordEvent;

    /// <summary>Many messages are gone at once.</summary>
    public sealed record MessagesDeleted(ServerId? Server, ChannelId Channel, IReadOnlyList<MessageId> Messages) : DiscordEvent;

    /// <summary>Somebody, perhaps a bot, reacted.</summary>
    /// <param name="Emoji">The emoji itself, or <c>name:id</c> for a server's own.</param>
    /// <param name="IsBurst">A super reaction.</param>
    /// <param name="IsBot">Whether the account is a bot's; null if Discord did not say, which only happens outside servers.</param>
    /// <param name="JoinedAt">When the member joined the server, if told.</param>
    public sealed record ReactionAdded(
        ServerId? Server, ChannelId Channel, MessageId Message, MemberId Member, string Emoji, bool IsBurst, bool? IsBot, DateTimeOffset? JoinedAt = null)
        : DiscordEvent;

    /// <summary>A reaction was withdrawn, by its member or by a moderator. Discord does not tell whether the account is a bot's.</summary>
    public sealed record ReactionRemoved(
        ServerId? Server, ChannelId Channel, MessageId Message, MemberId Member, string Emoji, bool IsBurst) : DiscordEvent;

    /// <summary>A moderator took all reactions off a message.</summary>
    public sealed record ReactionsCleared(ServerId? Server, ChannelId Channel, MessageId Message) : DiscordEvent;

    /// <summary>A moderator took all reactions with one emoji off a message.</summary>
    public sealed record EmojiCleared(ServerId? Server, ChannelId Channel, MessageId Message, string Emoji) : DiscordEvent;

    /// <summary>A command, button, menu or form was used; an answer is due within three seconds.</summary>
    public sealed record InteractionReceived(Interaction Interaction) : DiscordEvent;
}
