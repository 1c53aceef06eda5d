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
    public bool IsActive => Status == ModelStatus.Active;

    // Lists compare by reference, and a record that says "equal" should mean it.
    public bool Equals(Model? other) =>
        other is not null && Tag == other.Tag && DisplayName == other.DisplayName && Family == other.Family
        && ParametersBillions == other.ParametersBillions && Quantization == other.Quantization && Kind == other.Kind
        && Status == other.Status && Capabilities.SequenceEqual(other.Capabilities);

    public override int GetHashCode() => HashCode.Combine(Tag, Status, Kind);
}
