namespace Bot.Commands;

/// <summary>Who may use this instance, and who cares for it, as the operator wrote it down.</summary>
public sealed record AccessOptions
{
    /// <summary>The server whose moderators change the roster; null means the first server that the bot saw.</summary>
    public ServerId? HomeServer { get; init; }

    /// <summary>The people who run the process.</summary>
    public IReadOnlyList<MemberId> Operators { get; init; } = [];

    /// <summary>The servers that may use this instance; all of them if there are none here. The bot leaves others.</summary>
    public IReadOnlyList<ServerId> Servers { get; init; } = [];

    /// <summary>Whether "Battle this" may be used on messages of other members too.</summary>
    public bool BattleOthersMessages { get; init; }
}
