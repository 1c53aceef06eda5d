namespace Bot.Discord.Interactions;

/// <summary>What every interaction tells: who used it, where, and how it is answered.</summary>
/// <param name="Token">Needed to answer; a secret while it lives, so it is not printed.</param>
/// <param name="Member">Who used it.</param>
/// <param name="Server">Null in direct messages.</param>
/// <param name="Channel">The channel or thread where it was used, as far as the interaction tells.</param>
/// <param name="AppPermissions">What the bot itself may do in that channel.</param>
/// <param name="Locale">The member's language, such as <c>en-GB</c>.</param>
/// <param name="ServerLocale">The server's language; null in direct messages.</param>
/// <param name="AttachmentSizeLimit">Largest file that may be sent in an answer, in bytes; null if not told.</param>
public sealed record InteractionOrigin(
    InteractionId Id,
    ApplicationId Application,
    InteractionToken Token,
    Member Member,
    ServerId? Server,
    Channel Channel,
    Permissions AppPermissions,
    string Locale,
    string? ServerLocale = null,
    long? AttachmentSizeLimit = null);
