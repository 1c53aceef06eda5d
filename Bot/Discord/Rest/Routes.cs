using Bot.Discord.Interactions;

namespace Bot.Discord.Rest;

/// <summary>All endpoints that the arena calls.</summary>
internal static class Routes
{
    public static readonly Route GatewayBot = new(HttpMethod.Get, "gateway/bot", "gateway/bot", "");
    public static readonly Route Myself = new(HttpMethod.Get, "users/@me", "users/@me", "");
    public static readonly Route MyApplication = new(HttpMethod.Get, "applications/@me", "applications/@me", "");

    public static Route LeaveServer(ServerId server) =>
        new(HttpMethod.Delete, "users/@me/guilds/{guild}", $"users/@me/guilds/{server}", "");

    public static Route ListRoles(ServerId server) => OnServer(server, "roles");

    public static Route ListChannels(ServerId server) => OnServer(server, "channels");

    public static Route GetMember(ServerId server, MemberId member) =>
        new(HttpMethod.Get, "guilds/{guild}/members/{user}", $"guilds/{server}/members/{member}", $"guild {server}");

    public static Route GetChannel(ChannelId channel) => OnChannel(HttpMethod.Get, channel, "", "");

    public static Route CreateMessage(ChannelId channel) => OnChannel(HttpMethod.Post, channel, "/messages", "/messages");

    public static Route GetMessage(ChannelId channel, MessageId message) => OnMessage(HttpMethod.Get, channel, message);

    public static Route EditMessage(ChannelId channel, MessageId message) => OnMessage(HttpMethod.Patch, channel, message);

    public static Route DeleteMessage(ChannelId channel, MessageId message) => OnMessage(HttpMethod.Delete, channel, message);

    public static Route AddReaction(ChannelId channel, MessageId message, string emoji) =>
        OnReaction(HttpMethod.Put, channel, message, emoji, "/@me");

    public static Route RemoveOwnReaction(ChannelId channel, MessageId message, string emoji) =>
        OnReaction(HttpMethod.Delete, channel, message, emoji, "/@me");

    /// <param name="type">0 for normal reactions, 1 for burst reactions.</param>
    public static Route ListReactions(ChannelId channel, MessageId message, string emoji, int type, int limit, MemberId? after) =>
        OnReaction(HttpMethod.Get, channel, message, emoji, "", $"?type={type}&limit={limit}" + (after is { } id ? $"&after={id}" : ""));

    public static Route CreateThread(ChannelId channel, MessageId message) =>
        OnChannel(HttpMethod.Post, channel, "/messages/{message}/threads", $"/messages/{message}/threads");

    public static Route ListCommands(ApplicationId application) => OnCommands(HttpMethod.Get, application, "?with_localizations=true");

    public static Route CreateCommand(ApplicationId application) => OnCommands(HttpMethod.Post, application);

    public static Route PutCommands(ApplicationId application) => OnCommands(HttpMethod.Put, application);

    public static Route EditCommand(ApplicationId application, CommandId command) => OnCommand(HttpMethod.Patch, application, command);

    public static Route DeleteCommand(ApplicationId application, CommandId command) => OnCommand(HttpMethod.Delete, application, command);

    public static Route Callback(Interaction interaction) => OnInteraction(
        HttpMethod.Post,
        "interactions/{interaction}/{token}/callback",
        $"interactions/{interaction.Id}/{interaction.Token.Value}/callback",
        interaction);

    public static Route FollowUp(Interaction interaction) => OnInteraction(
        HttpMethod.Post,
        "webhooks/{application}/{token}",
        $"webhooks/{interaction.Application}/{interaction.Token.Value}?wait=true",
        interaction);

    public static Route EditResponse(Interaction interaction) => Response(HttpMethod.Patch, interaction);

    public static Route DeleteResponse(Interaction interaction) => Response(HttpMethod.Delete, interaction);

    private static Route Response(HttpMethod method, Interaction interaction) => OnInteraction(
        method,
        "webhooks/{application}/{token}/messages/@original",
        $"webhooks/{interaction.Application}/{interaction.Token.Value}/messages/@original",
        interaction);

    private static Route OnInteraction(HttpMethod method, string template, string path, Interaction interaction) =>
        new(method, template, path, $"interaction {interaction.Id}", CountsGlobally: false, WithToken: false);

    private static Route OnCommands(HttpMethod method, ApplicationId application, string query = "") =>
        new(method, "applications/{application}/commands", $"applications/{application}/commands{query}", "");

    private static Route OnCommand(HttpMethod method, ApplicationId application, CommandId command) =>
        new(method, "applications/{application}/commands/{command}", $"applications/{application}/commands/{command}", "");

    private static Route OnServer(ServerId server, string what) =>
        new(HttpMethod.Get, $"guilds/{{guild}}/{what}", $"guilds/{server}/{what}", $"guild {server}");

    private static Route OnMessage(HttpMethod method, ChannelId channel, MessageId message) =>
        OnChannel(method, channel, "/messages/{message}", $"/messages/{message}");

    private static Route OnReaction(HttpMethod method, ChannelId channel, MessageId message, string emoji, string whose, string query = "") =>
        OnChannel(
            method,
            channel,
            "/messages/{message}/reactions/{emoji}" + whose,
            $"/messages/{message}/reactions/{Uri.EscapeDataString(emoji)}{whose}{query}");

    private static Route OnChannel(HttpMethod method, ChannelId channel, string template, string path) =>
        new(method, "channels/{channel}" + template, $"channels/{channel}{path}", $"channel {channel}");
}
