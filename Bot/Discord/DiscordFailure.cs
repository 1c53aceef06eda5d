namespace Bot.Discord;

/// <summary>What went wrong with a call, as far as a caller may decide something by it.</summary>
public enum DiscordFailure
{
    /// <summary>Discord refused the request as malformed or not possible now (other 4xx); see the exception's code and errors.</summary>
    Refused,

    /// <summary>The token is not valid (401). No further calls are made with it.</summary>
    Unauthorized,

    /// <summary>The bot may not do this here (403; codes 50001, 50013).</summary>
    MissingPermissions,

    /// <summary>The message does not exist any more (code 10008).</summary>
    UnknownMessage,

    /// <summary>The channel or thread does not exist any more (code 10003).</summary>
    UnknownChannel,

    /// <summary>Interaction too old or already answered (codes 10062, 10015, 40060).</summary>
    InteractionExpired,

    /// <summary>Something else is not there (404).</summary>
    NotFound,

    /// <summary>Rate limits would have taken longer than the bound of the call.</summary>
    RateLimited,

    /// <summary>Too many of our calls were invalid lately; calls stop before Discord shuts the address out.</summary>
    TooManyInvalidRequests,

    /// <summary>The body is larger than Discord takes (413; code 40005).</summary>
    TooLarge,

    /// <summary>Discord answered 5xx each time.</summary>
    ServerError,

    /// <summary>Discord was not reached, or the answer did not come in time, each time.</summary>
    Unreachable,

    /// <summary>The answer is not what Discord documents: not JSON, or without what it must have.</summary>
    UnreadableAnswer,
}
