namespace Bot.Tests.EndToEnd;

/// <summary>For whom a command is.</summary>
internal enum Whose
{
    Everybody,

    /// <summary>Those of the server where it is used.</summary>
    Moderators,

    /// <summary>Members with Manage Server; the moderators' role alone does not do.</summary>
    Managers,

    /// <summary>Moderators of the home server.</summary>
    RosterKeepers,
}
