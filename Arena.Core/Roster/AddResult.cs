namespace Arena.Core.Roster;

/// <summary>What became of adding a model.</summary>
public abstract record AddResult
{
    private AddResult() { }

    /// <summary>Models of the roster on the same weights as the one that was added; the ratings of all of them are of one model.</summary>
    public IReadOnlyList<Model> Twins { get; init; } = [];

    /// <summary>New on the roster, and active.</summary>
    public sealed record Added(Model Model) : AddResult;

    /// <summary>Was out of play, or not on the roster any more, and plays again with its old rating.</summary>
    public sealed record Restored(Model Model, ModelCondition Was) : AddResult;

    public sealed record AlreadyActive(Model Model) : AddResult;

    /// <summary>Not a tag; <paramref name="Why"/> is a plain sentence.</summary>
    public sealed record Malformed(string Why) : AddResult;

    /// <summary>No node has it; the nearest of those they have.</summary>
    public sealed record UnknownToNodes(string Tag, string? DidYouMean) : AddResult;

    /// <summary>A node has it, but it cannot answer prompts; <paramref name="Why"/> is a plain sentence.</summary>
    public sealed record CannotChat(string Tag, string Why) : AddResult;

    /// <summary>No node could be asked.</summary>
    public sealed record NodesUnreachable : AddResult;
}
