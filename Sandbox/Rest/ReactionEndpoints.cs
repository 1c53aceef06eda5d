using Sandbox.Shapes;
using Sandbox.World;

namespace Sandbox.Rest;

internal static class ReactionEndpoints
{
    private const string Place = "/channels/{channel_id}/messages/{message_id}/reactions";
    private const int MostKinds = 20;

    public static void Map(Router router)
    {
        router.Delete(Place, Clear);
        router.Get(Place + "/{emoji_name}", List);
        router.Delete(Place + "/{emoji_name}", ClearEmoji);
        router.Put(Place + "/{emoji_name}/@me", Add);
        router.Delete(Place + "/{emoji_name}/@me", call => Remove(call, call.Caller.Id));
        router.Delete(Place + "/{emoji_name}/{user_id}", call => Remove(call, call.Id("user_id")));
    }

    private static string Emoji(Call call)
    {
        var emoji = Uri.UnescapeDataString(call.Path("emoji_name"));
        return EmojiText.IsEmoji(emoji) ? emoji : throw ApiError.UnknownEmoji();
    }

    private static Reply Add(Call call)
    {
        var emoji = Emoji(call);
        var burst = call.QueryNumber("type", 0, 0, 1) == 1;
        var (channel, rights) = call.Channel(Permission.ReadMessageHistory);
        var message = Shared(call, channel);
        var reaction = message.Reactions.Find(reaction => reaction.Emoji == emoji);
        if (reaction is null)
        {
            Call.Need(rights, Permission.AddReactions);
            if (message.Reactions.Count >= MostKinds)
                throw ApiError.TooManyReactions();
            message.Reactions.Add(reaction = new Reaction(emoji));
        }
        if ((burst ? reaction.Burst : reaction.Normal).Add(call.Caller.Id))
            call.Backstage.Events.ReactionAdded(message, channel.Guild.Members[call.Caller.Id], emoji, burst);
        return Reply.NoContent;
    }

    private static Reply Remove(Call call, ulong user)
    {
        var emoji = Emoji(call);
        var (channel, rights) = call.Channel();
        if (user != call.Caller.Id)
            Call.Need(rights, Permission.ManageMessages);
        var message = Shared(call, channel);
        var reaction = message.Reactions.Find(reaction => reaction.Emoji == emoji) ?? throw ApiError.UnknownEmoji();
        foreach (var (users, burst) in new[] { (reaction.Normal, false), (reaction.Burst, true) })
            if (users.Remove(user))
                call.Backstage.Events.ReactionRemoved(message, user, emoji, burst);
        if (reaction.IsEmpty)
            message.Reactions.Remove(reaction);
        return Reply.NoContent;
    }

    private static Reply List(Call call)
    {
        var emoji = Emoji(call);
        var limit = call.QueryNumber("limit", 25, 1, 100);
        var after = call.QueryId("after") ?? 0;
        var burst = call.QueryNumber("type", 0, 0, 1) == 1;
        var (channel, _) = call.Channel(Permission.ReadMessageHistory);
        var reaction = Shared(call, channel).Reactions.Find(reaction => reaction.Emoji == emoji);
        var users = reaction is null ? [] : burst ? reaction.Burst : reaction.Normal;
        return Reply.Ok(Wire.List(users.Where(id => id > after).Take(limit).Select(id => UserShape.Of(call.World.Users[id]))));
    }

    private static Reply Clear(Call call)
    {
        var (channel, _) = call.Channel(Permission.ManageMessages);
        var message = Shared(call, channel);
        message.Reactions.Clear();
        call.Backstage.Events.ReactionsCleared(message);
        return Reply.NoContent;
    }

    private static Reply ClearEmoji(Call call)
    {
        var emoji = Emoji(call);
        var (channel, _) = call.Channel(Permission.ManageMessages);
        var message = Shared(call, channel);
        if (message.Reactions.RemoveAll(reaction => reaction.Emoji == emoji) == 0)
            throw ApiError.UnknownEmoji();
        call.Backstage.Events.ReactionEmojiCleared(message, emoji);
        return Reply.NoContent;
    }

    /// <summary>Nobody reacts to what one member alone sees.</summary>
    private static Message Shared(Call call, Channel channel) => call.Message(channel) is { IsEphemeral: false } message ? message : throw ApiError.UnknownMessage();
}
