namespace Arena.Core.Roster;

/// <summary>A model on the roster.</summary>
/// <param name="Tag">As the nodes know it, such as <c>qwen2.5:7b</c>.</param>
/// <param name="ParametersBillions">Null when unknown; the ratings then take 1.</param>
/// <param name="Quantization">Such as <c>Q4_K_M</c>; null when unknown.</param>
/// <param name="Capabilities">As the nodes report them: completion, tools, vision, thinking…</param>
public sealed record Model(
    string Tag, string DisplayName, string? Family, double? ParametersBillions, string? Quantization,
    ModelKind Kind, IReadOnlyList<string> Capabilities, ModelStatus Status)
{
    /// <summary>Of its manifest at the nodes, hexadecimal, when it was last described; null when unknown. Equal for tags on the same weights.</summary>
    public string? Digest { get; init; }

    /// <summary>On a node's disk; null when unknown.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>The longest context it was made for; null when unknown.</summary>
    public int? ContextTokens { get; init; }

    /// <summary>The licence's text as a node tells it; null when none is known.</summary>
    public string? License { get; init; }

    /// <summary>Plays in age-restricted channels only.</summary>
    public bool IsAgeRestricted { get; init; }

    /// <summary>Set while it is <see cref="ModelStatus.Flagged"/>.</summary>
    public ModelFlag? Flag { get; init; }

    /// <summary>When it was benched by itself, after too many failures in a row; it plays nowhere until somebody brings it back.</summary>
    public DateTimeOffset? BenchedAt { get; init; }

    /// <summary>The last of those failures, in the operator's words.</summary>
    public string? BenchDetail { get; init; }

    /// <summary>The moderators were told that it is benched.</summary>
    internal bool IsBenchTold { get; init; }

    /// <summary>When it was taken off the roster; its history stays.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>It was removed, and the nodes are to delete it once no battle needs it.</summary>
    internal bool IsToBeDeleted { get; init; }

    /// <summary>The part of it that was in GPU memory when it was last seen loaded, in bytes; 0 when it ran on the processor; null when it was not seen.</summary>
    public long? GpuBytes { get; init; }

    /// <summary>When the nodes were first seen to hold other weights under its tag than those it was added with; null while they are the same.</summary>
    public DateTimeOffset? WeightsChangedAt { get; init; }

    /// <summary>When it was put on the roster first.</summary>
    public DateTimeOffset AddedAt { get; init; }

    public ModelCondition Condition => this switch
    {
        { RemovedAt: not null } => ModelCondition.Removed,
        { Status: ModelStatus.Retired } => ModelCondition.Retired,
        { Status: ModelStatus.Flagged } => ModelCondition.Flagged,
        { BenchedAt: not null } => ModelCondition.Benched,
        _ => ModelCondition.Playing,
    };

    /// <summary>Can be drawn wherever a server's moderators and its channels let it.</summary>
    public bool CanPlay => Condition == ModelCondition.Playing;

    /// <summary>Battles in a row that failed because of it.</summary>
    internal int Failures { get; init; }

    // Lists compare by reference, and a record that says "equal" should mean it.
    public bool Equals(Model? other) =>
        other is not null && Tag == other.Tag && DisplayName == other.DisplayName && Family == other.Family
        && ParametersBillions == other.ParametersBillions && Quantization == other.Quantization && Kind == other.Kind
        && Status == other.Status && Capabilities.SequenceEqual(other.Capabilities)
        && Digest == other.Digest && SizeBytes == other.SizeBytes && ContextTokens == other.ContextTokens && License == other.License
        && IsAgeRestricted == other.IsAgeRestricted && Flag == other.Flag && BenchedAt == other.BenchedAt
        && BenchDetail == other.BenchDetail && IsBenchTold == other.IsBenchTold && Failures == other.Failures && RemovedAt == other.RemovedAt && IsToBeDeleted == other.IsToBeDeleted
        && GpuBytes == other.GpuBytes && WeightsChangedAt == other.WeightsChangedAt && AddedAt == other.AddedAt;

    public override int GetHashCode() => HashCode.Combine(Tag, Status, Kind);
}
