namespace Bot.Discord.Gateway;

internal enum ShardPhase
{
    /// <summary>No connection.</summary>
    Offline,

    /// <summary>A connection is being made, or is there and Discord has not said Hello.</summary>
    Connecting,

    /// <summary>A new session was asked for.</summary>
    Identifying,

    /// <summary>The old session was asked for; missed events arrive.</summary>
    Resuming,

    /// <summary>Events arrive as they happen.</summary>
    Ready,
}
