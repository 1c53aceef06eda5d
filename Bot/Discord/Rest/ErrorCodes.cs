using System.Net;

namespace Bot.Discord.Rest;

/// <summary>Discord's JSON error codes that the arena tells apart (docs: topics/opcodes-and-status-codes).</summary>
internal static class ErrorCodes
{
    public const int UnknownChannel = 10003;
    public const int UnknownMember = 10007;
    public const int UnknownMessage = 10008;
    public const int UnknownUser = 10013;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int EntityTooLarge = 40005;
    public const int AlreadyAcknowledged = 40060;
    public const int MissingAccess = 50001;
    public const int MissingPermissions = 50013;
    public const int InvalidWebhookToken = 50027;
    public const int ThreadExists = 160004;

    public static DiscordFailure Classify(HttpStatusCode status, int? code) => code switch
    {
        UnknownMessage => DiscordFailure.UnknownMessage,
        UnknownChannel => DiscordFailure.UnknownChannel,
        UnknownInteraction or UnknownWebhook or InvalidWebhookToken or AlreadyAcknowledged => DiscordFailure.InteractionExpired,
        MissingAccess or MissingPermissions => DiscordFailure.MissingPermissions,
        EntityTooLarge => DiscordFailure.TooLarge,
        _ => status switch
        {
            HttpStatusCode.Unauthorized => DiscordFailure.Unauthorized,
            HttpStatusCode.Forbidden => DiscordFailure.MissingPermissions,
            HttpStatusCode.NotFound => DiscordFailure.NotFound,
            HttpStatusCode.RequestEntityTooLarge => DiscordFailure.TooLarge,
            _ => DiscordFailure.Refused,
        },
    };
}
