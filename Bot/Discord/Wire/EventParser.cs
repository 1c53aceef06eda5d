using System.Text.Json;
using Bot.Discord.Events;

namespace Bot.Discord.Wire;

/// <summary>
/// Dispatched events of one shard (docs: events/gateway-events, receive events). Remembers which servers the session began with, since
/// only that tells a server that comes back from one that the bot was added to.
/// </summary>
internal sealed class EventParser
{
    private readonly HashSet<ServerId> _known = [];

    /// <summary>The first event of a new session.</summary>
    public DiscordEvent.Ready Ready(JsonElement json, int shard, int shardCount)
    {
        _known.Clear();
        foreach (var guild in json.Items("guilds"))
            _known.Add(new ServerId(guild.NeedId("id")));
        return new DiscordEvent.Ready(
            new ApplicationId(json.Need("application").NeedId("id")),
            CommonParser.User(json.Need("user")),
            IsNewSession: true,
            [.. _known],
            shard,
            shardCount);
    }

    /// <summary>Null for events that the arena has no use for.</summary>
    public DiscordEvent? Parse(string type, JsonElement json) => type switch
    {
        "GUILD_CREATE" => ServerCreated(json),
        "GUILD_UPDATE" => new DiscordEvent.ServerChanged(new ServerId(json.NeedId("id")), json.NeedText("name")),
        "GUILD_DELETE" => ServerDeleted(json),
        "CHANNEL_DELETE" => json.FindId("guild_id") is { } guild
            ? new DiscordEvent.ChannelDeleted(new ServerId(guild), new ChannelId(json.NeedId("id")))
            : null,
        "THREAD_DELETE" => new DiscordEvent.ThreadDeleted(
            new ServerId(json.NeedId("guild_id")), new ChannelId(json.NeedId("id")), new ChannelId(json.FindId("parent_id") ?? 0)),
        "MESSAGE_CREATE" => new DiscordEvent.MessageCreated(MessageParser.Message(json)),
        "MESSAGE_DELETE" => new DiscordEvent.MessageDeleted(Server(json), Channel(json), new MessageId(json.NeedId("id"))),
        "MESSAGE_DELETE_BULK" => new DiscordEvent.MessagesDeleted(
            Server(json), Channel(json), [.. json.Items("ids").Select(id => new MessageId(id.AsId("ids")))]),
        "MESSAGE_REACTION_ADD" => ReactionAdded(json),
        "MESSAGE_REACTION_REMOVE" => new DiscordEvent.ReactionRemoved(
            Server(json),
            Channel(json),
            Message(json),
            new MemberId(json.NeedId("user_id")),
            CommonParser.Emoji(json.Need("emoji")),
            json.IsTrue("burst")),
        "MESSAGE_REACTION_REMOVE_ALL" => new DiscordEvent.ReactionsCleared(Server(json), Channel(json), Message(json)),
        "MESSAGE_REACTION_REMOVE_EMOJI" => new DiscordEvent.EmojiCleared(
            Server(json), Channel(json), Message(json), CommonParser.Emoji(json.Need("emoji"))),
        "INTERACTION_CREATE" => InteractionParser.Parse(json) is { } interaction ? new DiscordEvent.InteractionReceived(interaction) : null,
        _ => null,
    };

    private DiscordEvent ServerCreated(JsonElement json)
    {
        var id = new ServerId(json.NeedId("id"));
        if (json.IsTrue("unavailable"))
        {
            _known.Add(id);
            return new DiscordEvent.ServerUnavailable(id);
        }

        return new DiscordEvent.ServerAvailable(CommonParser.Server(json), JustJoined: _known.Add(id));
    }

    private DiscordEvent ServerDeleted(JsonElement json)
    {
        var id = new ServerId(json.NeedId("id"));
        if (json.IsTrue("unavailable"))
            return new DiscordEvent.ServerUnavailable(id);

        _known.Remove(id);
        return new DiscordEvent.ServerRemoved(id);
    }

    private static DiscordEvent.ReactionAdded ReactionAdded(JsonElement json)
    {
        var member = json.Find("member");
        return new DiscordEvent.ReactionAdded(
            Server(json),
            Channel(json),
            Message(json),
            new MemberId(json.NeedId("user_id")),
            CommonParser.Emoji(json.Need("emoji")),
            json.IsTrue("burst"),
            member?.Find("user")?.IsTrue("bot"),
            member?.FindTime("joined_at"));
    }

    private static ServerId? Server(JsonElement json) => json.FindId("guild_id") is { } id ? new ServerId(id) : null;

    private static ChannelId Channel(JsonElement json) => new(json.NeedId("channel_id"));

    private static MessageId Message(JsonElement json) => new(json.NeedId("message_id"));
}
