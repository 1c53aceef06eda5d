namespace Bot.Discord.Rest;

/// <summary>A rate limit lasts longer than the call may. Becomes a <see cref="DiscordException"/> with the call's name.</summary>
internal sealed class RateLimitedException(TimeSpan wait) : Exception("The rate limit lasts longer than the call may.")
{
    public TimeSpan Wait { get; } = wait;
}
