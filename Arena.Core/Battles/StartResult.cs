namespace Arena.Core.Battles;

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

    /// <summary>A battle needs two active models.</summary>
    public sealed record TooFewModels(int Active) : StartResult;

    /// <summary>The member has <paramref name="Limit"/> battles waiting in this server.</summary>
    public sealed record MemberHasTooManyWaiting(int Limit) : StartResult;

    /// <summary>This server has <paramref name="Limit"/> battles waiting.</summary>
    public sealed record ServerHasTooManyWaiting(int Limit) : StartResult;
}
