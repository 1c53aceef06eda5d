using Arena.Core.Roster;

namespace Arena.Core.Storage;

/// <summary>A row of <c>models</c>.</summary>
internal sealed record ModelRow
{
    public string Tag { get; init; } = "";
    public string DisplayName { get; init; } = "";
    public string? Family { get; init; }
    public double? ParametersBillions { get; init; }
    public string? Quantization { get; init; }
    public string Kind { get; init; } = "";
    public string Capabilities { get; init; } = "";
    public string Status { get; init; } = "";
    public string? Digest { get; init; }
    public long? SizeBytes { get; init; }
    public int? ContextTokens { get; init; }
    public string? License { get; init; }
    public bool AgeRestricted { get; init; }
    public string? FlagReason { get; init; }
    public string? FlagLink { get; init; }
    public int Failures { get; init; }
    public long? BenchedAt { get; init; }
    public string? BenchDetail { get; init; }
    public bool BenchTold { get; init; }
    public long? RemovedAt { get; init; }
    public bool ToBeDeleted { get; init; }
    public long? GpuBytes { get; init; }
    public long? WeightsChangedAt { get; init; }
    public long AddedAt { get; init; }
    public long At { get; init; }

    public static ModelRow Of(Model model, DateTimeOffset at) => new()
    {
        Tag = model.Tag,
        DisplayName = model.DisplayName,
        Family = model.Family,
        ParametersBillions = model.ParametersBillions,
        Quantization = model.Quantization,
        Kind = model.Kind.ToString(),
        Capabilities = string.Join(',', model.Capabilities),
        Status = model.Status.ToString(),
        Digest = model.Digest,
        SizeBytes = model.SizeBytes,
        ContextTokens = model.ContextTokens,
        License = model.License,
        AgeRestricted = model.IsAgeRestricted,
        FlagReason = model.Flag?.Reason,
        FlagLink = model.Flag?.Link,
        Failures = model.Failures,
        BenchedAt = model.BenchedAt.ToColumn(),
        BenchDetail = model.BenchDetail,
        BenchTold = model.IsBenchTold,
        RemovedAt = model.RemovedAt.ToColumn(),
        ToBeDeleted = model.IsToBeDeleted,
        GpuBytes = model.GpuBytes,
        WeightsChangedAt = model.WeightsChangedAt.ToColumn(),
        At = at.ToColumn(),
    };

    public Model ToModel() => new(
        Tag, DisplayName, Family, ParametersBillions, Quantization, Columns.Parse<ModelKind>(Kind),
        Capabilities.Split(',', StringSplitOptions.RemoveEmptyEntries), Columns.Parse<ModelStatus>(Status))
    {
        Digest = Digest,
        SizeBytes = SizeBytes,
        ContextTokens = ContextTokens,
        License = License,
        IsAgeRestricted = AgeRestricted,
        Flag = FlagReason is null ? null : new ModelFlag(FlagReason, FlagLink),
        Failures = Failures,
        BenchedAt = Columns.Instant(BenchedAt),
        BenchDetail = BenchDetail,
        IsBenchTold = BenchTold,
        RemovedAt = Columns.Instant(RemovedAt),
        IsToBeDeleted = ToBeDeleted,
        GpuBytes = GpuBytes,
        WeightsChangedAt = Columns.Instant(WeightsChangedAt),
        AddedAt = Columns.Instant(AddedAt),
    };
}
