using System.Net;

namespace Bot.Discord;

/// <summary>
/// A call to Discord that did not succeed after everything that is worth repeating was repeated. The message is for the operator;
/// it never holds the token, nor an interaction's.
/// </summary>
public sealed class DiscordException : Exception
{
    public DiscordException(
        DiscordFailure failure, string message, HttpStatusCode? status = null, int? code = null, string? errors = null, Exception? inner = null)
        : base(message, inner)
    {
        Failure = failure;
        Status = status;
        Code = code;
        Errors = errors;
    }

    public DiscordFailure Failure { get; }

    /// <summary>The last HTTP status; null if there was no answer.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>Discord's JSON error code (docs: topics/opcodes-and-status-codes), such as 50013.</summary>
    public int? Code { get; }

    /// <summary>The <c>errors</c> object of a refused form body, as JSON: path of each field and what is wrong with it.</summary>
    public string? Errors { get; }

    /// <summary>For how long Discord told us to wait, where that was longer than the bound of the call.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The message or its channel was deleted: there is nothing left to edit or to react to.</summary>
    public bool IsGone => Failure is DiscordFailure.UnknownMessage or DiscordFailure.UnknownChannel;
}
