using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sandbox.World;

namespace Sandbox.Rest;

/// <summary>One request as its handler sees it: who calls, what the path names, what the body says. Handlers run under the world's lock.</summary>
internal sealed class Call(Backstage backstage, HttpContext http, User? caller, RequestBody body)
{
    public Backstage Backstage { get; } = backstage;
    public WorldState World => Backstage.World;
    public RequestBody Body { get; } = body;

    /// <summary>The user whose token came with the request.</summary>
    public User Caller => caller ?? throw ApiError.Unauthorized();

    public bool IsBot => caller?.IsBot == true;

    public string Path(string name) => (string)http.Request.RouteValues[name]!;

    /// <summary>Whether the endpoint's path has this part at all.</summary>
    public bool HasPath(string name) => http.Request.RouteValues.ContainsKey(name);

    public ulong Id(string name) => Snowflakes.TryParse(Path(name), out var id)
        ? id
        : throw FormErrors.Single(name, "NUMBER_TYPE_COERCE", $"Value \"{Path(name)}\" is not snowflake.");

    public string? Query(string name) => http.Request.Query.TryGetValue(name, out var values) ? values.ToString() : null;

    public ulong? QueryId(string name)
    {
        if (Query(name) is not { } text)
            return null;
        return Snowflakes.TryParse(text, out var id) ? id : throw FormErrors.Single(name, "NUMBER_TYPE_COERCE", $"Value \"{text}\" is not snowflake.");
    }

    public int QueryNumber(string name, int fallback, int min, int max)
    {
        if (Query(name) is not { } text)
            return fallback;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            throw FormErrors.Single(name, "NUMBER_TYPE_COERCE", $"Value \"{text}\" is not int.");
        if (value < min || value > max)
            throw FormErrors.Single(name, value < min ? "NUMBER_TYPE_MIN" : "NUMBER_TYPE_MAX",
                value < min ? $"int value should be greater than or equal to {min}." : $"int value should be less than or equal to {max}.");
        return value;
    }

    /// <summary>The body as an object; an absent body counts as an empty one.</summary>
    public Form Form() => Body.Json switch
    {
        null => new Form([], "", new FormErrors()),
        JsonObject some => new Form(some, "", new FormErrors()),
        _ => throw FormErrors.Single("", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType"),
    };

    /// <summary>The server that the path names, if the caller is in it.</summary>
    public Guild Guild()
    {
        var guild = World.Guilds.GetValueOrDefault(Id("guild_id"));
        if (guild is null || guild.Unavailable || !guild.Members.ContainsKey(Caller.Id))
            throw ApiError.UnknownGuild();
        return guild;
    }

    /// <summary>The channel that the path names, with what the caller may do there. Refuses a caller who may not see it.</summary>
    public (Channel Channel, Permission Rights) Channel()
    {
        if (!World.Channels.TryGetValue(Id("channel_id"), out var channel) || channel.Guild.Unavailable
            || !channel.Guild.Members.TryGetValue(Caller.Id, out var member))
            throw ApiError.UnknownChannel();
        if (!Rights.Sees(Caller.Id, channel))
            throw ApiError.MissingAccess();
        return (channel, Rights.Of(member, channel));
    }

    public (Channel Channel, Permission Rights) Channel(Permission needed)
    {
        var (channel, rights) = Channel();
        Need(rights, needed);
        return (channel, rights);
    }

    public static void Need(Permission rights, Permission needed)
    {
        if ((rights & needed) != needed)
            throw ApiError.MissingPermissions();
    }

    /// <summary>The message that the path names, if the caller may know of it. To the bot an ephemeral message is unknown outside its interaction.</summary>
    public Message Message(Channel channel) =>
        channel.Messages.TryGetValue(Id("message_id"), out var message) && message.VisibleTo(Caller.Id) ? message : throw ApiError.UnknownMessage();
}
