namespace Bot.Discord;

/// <summary>
/// The gateway can not be used with this configuration: trying again would fail the same way. The message says what to do.
/// </summary>
public sealed class DiscordFatalException(string message, int? closeCode = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The gateway's close code, 4004 or 4010 to 4014, where one was the reason.</summary>
    public int? CloseCode { get; } = closeCode;
}
