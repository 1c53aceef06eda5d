namespace Bot.Discord.Rest;

/// <summary>When a call must be over, and whether a wait still fits before that.</summary>
internal sealed record Deadline(TimeSpan At)
{
    /// <exception cref="RateLimitedException">The wait would end too late, so it is not begun.</exception>
    public void Allow(TimeSpan now, TimeSpan wait)
    {
        if (now + wait > At)
            throw new RateLimitedException(wait);
    }
}
