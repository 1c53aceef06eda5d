using Bot.Discord.Events;

namespace Bot.Discord.Gateway;

/// <summary>What is needed to go on with a session after the connection was lost.</summary>
/// <param name="ResumeUrl">Where to connect for it; null where Discord named no address.</param>
/// <param name="Sequence">Of the last event that was handed on.</param>
/// <param name="Start">What Discord told at its beginning.</param>
internal sealed record GatewaySession(string Id, Uri? ResumeUrl, long Sequence, DiscordEvent.Ready Start);
