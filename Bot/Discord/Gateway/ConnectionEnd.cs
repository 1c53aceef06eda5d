namespace Bot.Discord.Gateway;

/// <summary>Why a connection ended and what that means for the next one.</summary>
/// <param name="Reason">For the log.</param>
/// <param name="KeepSession">Whether the session may be resumed.</param>
/// <param name="AtLeast">How long to wait before the next connection.</param>
internal sealed record ConnectionEnd(string Reason, bool KeepSession, TimeSpan AtLeast = default);
