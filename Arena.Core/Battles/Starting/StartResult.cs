namespace Arena.Core.Battles.Starting;

/// <summary>What became of a request for a battle.</summary>
public abstract record StartResult
{
    private StartResult() { }

    /// <summary>It is stored and waits. <see cref="ModelsReachable"/> false: it is dropped at <see cref="DroppedAt"/> if they stay away.</summary>
    /// <param name="Place">Its place in the queue; 1 is next.</param>
    public sealed record Started(Battle Battle, int Place, bool ModelsReachable = true, DateTimeOffset? DroppedAt = null) : StartResult;

    /// <summary>Nothing is left of the prompt but white space.</summary>
    public sealed record PromptEmpty : StartResult;

    /// <summary>Longer than <paramref name="Limit"/> characters.</summary>
    public sealed record PromptTooLong(int Limit, int Actual) : StartResult;

    /// <summary>No such category; <paramref name="Known"/> lists those there are.</summary>
    public sealed record UnknownCategory(string Category, IReadOnlyList<string> Known) : StartResult;

    /// <summary>It contains something that this server blocks.</summary>
    public sealed record BlockedPhrase : StartResult;

    /// <summary>With the preset's context, or the operator's, the prompt would leave the models no room for an answer.</summary>
    /// <param name="Context">Tokens of a whole conversation.</param>
    /// <param name="Preset">The preset that bounds it; null where it is the operator's context.</param>
    public sealed record NoRoomForAnswer(int Context, string? Preset) : StartResult;

    /// <summary>The server has no such preset.</summary>
    /// <param name="DidYouMean">The one most like it; null when none is near.</param>
    public sealed record UnknownPreset(string Name, string? DidYouMean, IReadOnlyList<string> Known) : StartResult;

    /// <summary>Battles start only in <paramref name="Channels"/> here, and in their threads.</summary>
    public sealed record ChannelNotAllowed(IReadOnlyList<ChannelId> Channels) : StartResult;

    /// <summary>A moderator banned the member from the arena in this server.</summary>
    public sealed record Banned : StartResult;

    /// <summary>The member's last battle was too short a time ago.</summary>
    /// <param name="Cooldown">Between two battles of this member.</param>
    /// <param name="Until">When the next one is possible.</param>
    public sealed record CoolingDown(TimeSpan Cooldown, DateTimeOffset Until) : StartResult;

    /// <summary>The channel is slow, and the member's last battle in it was too short a time ago.</summary>
    /// <param name="Pause">Between two battles of one member in this channel.</param>
    /// <param name="Until">When the next one is possible there.</param>
    public sealed record SlowMode(TimeSpan Pause, DateTimeOffset Until) : StartResult;

    /// <summary>The member has started <paramref name="Limit"/> battles within 24 hours; 0: this member may start none.</summary>
    /// <param name="Until">When the next one is possible; null where none ever is.</param>
    public sealed record DailyLimit(int Limit, DateTimeOffset? Until) : StartResult;

    /// <summary>A duel's model is not on the roster.</summary>
    /// <param name="DidYouMean">The tag most like it; null when none is near.</param>
    public sealed record UnknownModel(string Tag, string? DidYouMean) : StartResult;

    /// <summary>A duel's two models are one.</summary>
    public sealed record SameModelTwice(string Tag) : StartResult;

    /// <summary>A duel's model is benched, here or everywhere.</summary>
    public sealed record ModelBenched(string Tag) : StartResult;

    /// <summary>A duel's model may answer in age-restricted channels only.</summary>
    public sealed record ModelAgeRestricted(string Tag) : StartResult;

    /// <summary>A battle needs two active models.</summary>
    public sealed record TooFewModels(int Active) : StartResult;

    /// <summary>The member has <paramref name="Limit"/> battles waiting in this server.</summary>
    public sealed record MemberHasTooManyWaiting(int Limit) : StartResult;

    /// <summary>This server has <paramref name="Limit"/> battles waiting.</summary>
    public sealed record ServerHasTooManyWaiting(int Limit) : StartResult;
}
