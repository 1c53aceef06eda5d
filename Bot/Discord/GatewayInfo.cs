namespace Bot.Discord;

/// <summary>Answer of <c>GET /gateway/bot</c>: where to connect and how many logins are left.</summary>
/// <param name="Shards">Connections that Discord recommends.</param>
/// <param name="SessionsRemaining">New sessions left before <paramref name="SessionsResetAfter"/> has passed.</param>
/// <param name="MaxConcurrency">New sessions that may be started in five seconds.</param>
public sealed record GatewayInfo(
    Uri Url, int Shards, int SessionsTotal, int SessionsRemaining, TimeSpan SessionsResetAfter, int MaxConcurrency);
