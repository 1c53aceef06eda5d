namespace Bot.Discord.Rest;

/// <summary>What rate limits are filed under.</summary>
/// <param name="Template">Method and path with names instead of ids. What may be logged: it holds no id and no token.</param>
/// <param name="Major">The top-level resource, which limits are counted by: channel, webhook with its token, or nothing.</param>
/// <param name="CountsGlobally">Interaction endpoints do not count towards the bot's global limit.</param>
/// <param name="WithToken">Whether the bot's token goes along; an interaction's own token stands in its path.</param>
internal sealed record Route(HttpMethod Method, string Template, string Path, string Major, bool CountsGlobally = true, bool WithToken = true)
{
    public string Name => $"{Method} {Template}";
}
