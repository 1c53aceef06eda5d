using System.Text.Json.Nodes;
using Sandbox.Shapes;
using Sandbox.World;

namespace Sandbox.Gateway;

/// <summary>Tells the sessions what happened, in Discord's events. Used under the world's lock.</summary>
internal sealed class Events(GatewayHub hub)
{
    private readonly MessageShape _shape = new(hub.World);

    public void MessageCreated(Message message) => TellMessage("MESSAGE_CREATE", message);

    public void MessageUpdated(Message message) => TellMessage("MESSAGE_UPDATE", message);

    public void MessageDeleted(Message message)
    {
        JsonObject Data() => new() { ["id"] = Wire.Id(message.Id), ["channel_id"] = Wire.Id(message.Channel.Id), ["guild_id"] = Wire.Id(message.Channel.Guild.Id) };
        if (message.OnlyFor is { } member)
            hub.TellOne(hub.World.Users[member], "MESSAGE_DELETE", Data);
        else
            hub.Tell(Intent.GuildMessages, message.Channel, "MESSAGE_DELETE", _ => Data());
    }

    public void MessagesDeleted(Channel channel, IReadOnlyList<ulong> ids) => hub.Tell(Intent.GuildMessages, channel, "MESSAGE_DELETE_BULK", _ => new JsonObject
    {
        ["ids"] = Wire.Ids(ids),
        ["channel_id"] = Wire.Id(channel.Id),
        ["guild_id"] = Wire.Id(channel.Guild.Id),
    });

    public void ReactionAdded(Message message, Member member, string emoji, bool burst) => TellReaction("MESSAGE_REACTION_ADD", message, data =>
    {
        data["user_id"] = Wire.Id(member.User.Id);
        data["member"] = MemberShape.Of(member);
        data["emoji"] = MessageShape.Emoji(emoji);
        data["message_author_id"] = Wire.Id(message.Author.Id);
        data["burst"] = burst;
        data["type"] = burst ? 1 : 0;
        if (burst)
            data["burst_colors"] = new JsonArray();
    });

    public void ReactionRemoved(Message message, ulong user, string emoji, bool burst) => TellReaction("MESSAGE_REACTION_REMOVE", message, data =>
    {
        data["user_id"] = Wire.Id(user);
        data["emoji"] = MessageShape.Emoji(emoji);
        data["burst"] = burst;
        data["type"] = burst ? 1 : 0;
    });

    public void ReactionsCleared(Message message) => TellReaction("MESSAGE_REACTION_REMOVE_ALL", message, _ => { });

    public void ReactionEmojiCleared(Message message, string emoji) =>
        TellReaction("MESSAGE_REACTION_REMOVE_EMOJI", message, data => data["emoji"] = MessageShape.Emoji(emoji));

    public void Typing(Channel channel, Member member) => hub.Tell(Intent.GuildMessageTyping, channel, "TYPING_START", _ => new JsonObject
    {
        ["channel_id"] = Wire.Id(channel.Id),
        ["guild_id"] = Wire.Id(channel.Guild.Id),
        ["user_id"] = Wire.Id(member.User.Id),
        ["timestamp"] = hub.World.Now.ToUnixTimeSeconds(),
        ["member"] = MemberShape.Of(member),
    });

    public void ChannelCreated(Channel channel) => hub.Tell(Intent.Guilds, channel, "CHANNEL_CREATE", _ => ChannelShape.Of(channel));

    public void ChannelUpdated(Channel channel) => hub.Tell(Intent.Guilds, channel, "CHANNEL_UPDATE", _ => ChannelShape.Of(channel));

    /// <summary>After a change of who may see it: to some the channel appears, from some it vanishes, others see it changed.</summary>
    public void ChannelSeenBy(Channel channel, IReadOnlySet<ulong> appearsTo, IReadOnlySet<ulong> vanishesFrom, IReadOnlySet<ulong> stays)
    {
        foreach (var (name, users) in new[] { ("CHANNEL_CREATE", appearsTo), ("CHANNEL_DELETE", vanishesFrom), ("CHANNEL_UPDATE", stays) })
            hub.Tell(Intent.Guilds, channel.Guild, name, _ => ChannelShape.Of(channel), session => users.Contains(session.User.Id));
    }

    /// <summary>Call before the channel is removed.</summary>
    public void ChannelDeleted(Channel channel) => hub.Tell(Intent.Guilds, channel, "CHANNEL_DELETE", _ => ChannelShape.Of(channel));

    public void ThreadCreated(Channel thread) => hub.Tell(Intent.Guilds, thread, "THREAD_CREATE", session =>
    {
        var data = ChannelShape.ForReader(thread, session.User.Id);
        data["newly_created"] = true;
        return data;
    });

    public void ThreadUpdated(Channel thread) => hub.Tell(Intent.Guilds, thread, "THREAD_UPDATE", session => ChannelShape.ForReader(thread, session.User.Id));

    /// <summary>Call before the thread is removed.</summary>
    public void ThreadDeleted(Channel thread) => hub.Tell(Intent.Guilds, thread, "THREAD_DELETE", _ => new JsonObject
    {
        ["id"] = Wire.Id(thread.Id),
        ["guild_id"] = Wire.Id(thread.Guild.Id),
        ["parent_id"] = Wire.Id(thread.Parent!.Id),
        ["type"] = (int)thread.Kind,
    });

    public void ThreadMembersChanged(Channel thread, IReadOnlyList<ulong> added, IReadOnlyList<ulong> removed)
    {
        // Without the members intent a bot hears of itself only.
        bool Concerns(GatewaySession session) => Rights.Sees(session.User.Id, thread)
            && (session.Intents.HasFlag(Intent.GuildMembers) || added.Contains(session.User.Id) || removed.Contains(session.User.Id));
        hub.Tell(Intent.Guilds, thread.Guild, "THREAD_MEMBERS_UPDATE", _ => new JsonObject
        {
            ["id"] = Wire.Id(thread.Id),
            ["guild_id"] = Wire.Id(thread.Guild.Id),
            ["member_count"] = Math.Min(thread.Thread!.Members.Count, 50),
            ["added_members"] = Wire.List(added.Select(user => AddedMember(thread, user))),
            ["removed_member_ids"] = Wire.Ids(removed),
        }, Concerns);
    }

    private static JsonObject AddedMember(Channel thread, ulong user)
    {
        var shape = ChannelShape.ThreadMember(thread, user);
        shape["member"] = MemberShape.Of(thread.Guild.Members[user]);
        shape["presence"] = null;
        return shape;
    }

    public void GuildArrived(Guild guild, User user) =>
        hub.TellOne(user, "GUILD_CREATE", () => GuildShape.Arriving(guild, user.Id, allMembers: !user.IsBot), guild, Intent.Guilds);

    public void GuildLeft(Guild guild, User user) => 
        hub.TellOne(user, "GUILD_DELETE", () => new JsonObject { ["id"] = Wire.Id(guild.Id) }, guild, Intent.Guilds);

    public void GuildOutage(Guild guild)
    {
        foreach (var member in guild.Members.Values)
            if (guild.Unavailable)
                hub.TellOne(member.User, "GUILD_DELETE", () => GuildShape.Unavailable(guild.Id), guild, Intent.Guilds);
            else
                GuildArrived(guild, member.User);
    }

    public void RoleCreated(Guild guild, Role role) => TellRole("GUILD_ROLE_CREATE", guild, role);

    public void RoleDeleted(Guild guild, ulong role) => hub.Tell(Intent.Guilds, guild, "GUILD_ROLE_DELETE",
        _ => new JsonObject { ["guild_id"] = Wire.Id(guild.Id), ["role_id"] = Wire.Id(role) });

    public void MemberAdded(Guild guild, Member member) => hub.Tell(Intent.GuildMembers, guild, "GUILD_MEMBER_ADD", _ => InGuild(guild, MemberShape.Of(member)));

    /// <summary>A bot hears of its own changes even without the members intent.</summary>
    public void MemberUpdated(Guild guild, Member member) => hub.Tell(Intent.None, guild, "GUILD_MEMBER_UPDATE", _ => InGuild(guild, MemberShape.Of(member)),
        session => session.Intents.HasFlag(Intent.GuildMembers) || session.User == member.User);

    public void MemberRemoved(Guild guild, User user) => hub.Tell(Intent.GuildMembers, guild, "GUILD_MEMBER_REMOVE",
        _ => InGuild(guild, new JsonObject { ["user"] = UserShape.Of(user) }));

    private static JsonObject InGuild(Guild guild, JsonObject data)
    {
        data["guild_id"] = Wire.Id(guild.Id);
        return data;
    }

    private void TellRole(string name, Guild guild, Role role) =>
        hub.Tell(Intent.Guilds, guild, name, _ => new JsonObject { ["guild_id"] = Wire.Id(guild.Id), ["role"] = RoleShape.Of(role) });

    private void TellMessage(string name, Message message)
    {
        if (message.OnlyFor is { } member)
            hub.TellOne(hub.World.Users[member], name, () => _shape.ForGateway(message, member, withContent: true));
        else
            hub.Tell(Intent.GuildMessages, message.Channel, name,
                session => _shape.ForGateway(message, session.User.Id, MayRead(session, message)));
    }

    /// <summary>Without the content intent a bot reads its own messages and those that mention it; of others the content is empty.</summary>
    private static bool MayRead(GatewaySession session, Message message) => session.Intents.HasFlag(Intent.MessageContent)
        || message.Author == session.User || message.MentionedUsers.Contains(session.User.Id);

    private void TellReaction(string name, Message message, Action<JsonObject> fill) =>
        hub.Tell(Intent.GuildMessageReactions, message.Channel, name, _ =>
        {
            var data = new JsonObject
            {
                ["channel_id"] = Wire.Id(message.Channel.Id),
                ["message_id"] = Wire.Id(message.Id),
                ["guild_id"] = Wire.Id(message.Channel.Guild.Id),
            };
            fill(data);
            return data;
        });
}
