namespace Sandbox.Gateway;

/// <summary>Discord's gateway close codes.</summary>
internal enum CloseCode
{
    GoingAway = 1001,

    /// <summary>No close frame at all: the connection is cut.</summary>
    Cut = 1006,
    UnknownError = 4000,
    UnknownOpcode = 4001,
    DecodeError = 4002,
    NotAuthenticated = 4003,
    AuthenticationFailed = 4004,
    AlreadyAuthenticated = 4005,
    InvalidSequence = 4007,
    RateLimited = 4008,
    SessionTimedOut = 4009,
    InvalidShard = 4010,
    ShardingRequired = 4011,
    InvalidVersion = 4012,
    InvalidIntents = 4013,
    DisallowedIntents = 4014,
}
