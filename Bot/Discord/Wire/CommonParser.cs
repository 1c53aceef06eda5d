using System.Text.Json;

namespace Bot.Discord.Wire;

/// <summary>Users, members, channels and servers (docs: resources/user, guild, channel, emoji).</summary>
internal static class CommonParser
{
    public static User User(JsonElement json)
    {
        var name = json.FindText("username") ?? "";
        return new User(new MemberId(json.NeedId("id")), name, json.FindText("global_name") ?? name, json.IsTrue("bot"));
    }

    public static Member Member(JsonElement json) => Member(json, User(json.Need("user")));

    /// <summary>A membership that came without its account.</summary>
    public static Member Member(JsonElement json, User user) => new(
        user.Id,
        user.Name,
        json.FindText("nick") ?? user.DisplayName,
        user.IsBot,
        json.FindPermissions("permissions"),
        [.. json.Items("roles").Select(role => new RoleId(role.AsId("roles")))],
        json.FindTime("joined_at"));

    public static Channel Channel(JsonElement json, ServerId? server = null)
    {
        var thread = json.Find("thread_metadata");
        return new Channel(
            new ChannelId(json.NeedId("id")),
            (ChannelKind)(json.FindInt("type") ?? 0),
            json.FindText("name"),
            json.FindId("guild_id") is { } guild ? new ServerId(guild) : server,
            json.FindId("parent_id") is { } parent ? new ChannelId(parent) : null,
            json.IsTrue("nsfw"),
            TimeSpan.FromSeconds(json.FindInt("rate_limit_per_user") ?? 0),
            thread is { } archived && archived.IsTrue("archived"),
            thread is { } locked && locked.IsTrue("locked"));
    }

    public static Server Server(JsonElement json)
    {
        var id = new ServerId(json.NeedId("id"));
        return new Server(
            id,
            json.FindText("name") ?? "",
            json.FindId("owner_id") is { } owner ? new MemberId(owner) : null,
            [.. json.Items("channels").Concat(json.Items("threads")).Select(channel => Channel(channel, id))]);
    }

    public static Role Role(JsonElement json) => new(new RoleId(json.NeedId("id")), json.FindText("name") ?? "", json.IsTrue("managed"));

    /// <summary>A unicode emoji has no id and is its own name; a server's own is <c>name:id</c>, and nameless once it was deleted.</summary>
    public static string Emoji(JsonElement json)
    {
        var name = json.FindText("name") ?? "";
        return json.FindId("id") is { } id ? $"{name}:{id}" : name;
    }
}
