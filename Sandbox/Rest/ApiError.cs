using System.Text.Json.Nodes;

namespace Sandbox.Rest;

/// <summary>An answer in Discord's error shape: <c>{code, message, errors?}</c>.</summary>
internal sealed class ApiError(int status, int code, string message, JsonObject? errors = null) : Exception(message)
{
    public int Status { get; } = status;
    public int Code { get; } = code;

    public JsonObject ToJson()
    {
        var body = new JsonObject { ["message"] = Message, ["code"] = Code };
        if (errors is not null)
            body["errors"] = errors.DeepClone();
        return body;
    }

    public static ApiError Unauthorized() => new(401, 0, "401: Unauthorized");
    public static ApiError NotFound() => new(404, 0, "404: Not Found");
    public static ApiError UnknownApplication() => new(404, 10002, "Unknown Application");
    public static ApiError UnknownChannel() => new(404, 10003, "Unknown Channel");
    public static ApiError UnknownGuild() => new(404, 10004, "Unknown Guild");
    public static ApiError UnknownMember() => new(404, 10007, "Unknown Member");
    public static ApiError UnknownMessage() => new(404, 10008, "Unknown Message");
    public static ApiError UnknownOverwrite() => new(404, 10009, "Unknown Permission Overwrite");
    public static ApiError UnknownRole() => new(404, 10011, "Unknown Role");
    public static ApiError UnknownUser() => new(404, 10013, "Unknown User");
    public static ApiError UnknownEmoji() => new(400, 10014, "Unknown Emoji");
    public static ApiError UnknownWebhook() => new(404, 10015, "Unknown Webhook");
    public static ApiError UnknownInteraction() => new(404, 10062, "Unknown interaction");
    public static ApiError UnknownCommand() => new(404, 10063, "Unknown application command");
    public static ApiError BotsOnly() => new(403, 20002, "Only bots can use this endpoint");
    public static ApiError SlowMode() => new(429, 20016, "This action cannot be performed due to slowmode rate limit");
    public static ApiError TooManyReactions() => new(400, 30010, "Maximum number of reactions reached (20)");
    public static ApiError EntityTooLarge() => new(413, 40005, "Request entity too large");
    public static ApiError AlreadyAcknowledged() => new(400, 40060, "Interaction has already been acknowledged.");
    public static ApiError MissingAccess() => new(403, 50001, "Missing Access");
    public static ApiError NotTheAuthor() => new(403, 50005, "Cannot edit a message authored by another user");
    public static ApiError EmptyMessage() => new(400, 50006, "Cannot send an empty message");
    public static ApiError NotInVoiceOrCategory() => new(400, 50008, "Cannot send messages in a non-text channel");
    public static ApiError MissingPermissions() => new(403, 50013, "Missing Permissions");
    public static ApiError BulkDeleteCount() => new(400, 50016, "You can only bulk delete messages 2 to 100 in number");
    public static ApiError InvalidWebhookToken() => new(401, 50027, "Invalid Webhook Token");
    public static ApiError TooOldToBulkDelete() => new(400, 50034, "You can only bulk delete messages that are under 14 days old.");
    public static ApiError ThreadArchived() => new(400, 50083, "Thread is archived");
    public static ApiError InvalidJson() => new(400, 50109, "The request body contains invalid JSON.");
    public static ApiError ThreadExists() => new(400, 160004, "A thread has already been created for this message");
    public static ApiError InvalidForm(JsonObject errors) => new(400, 50035, "Invalid Form Body", errors);
}
