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
        At = at.ToColumn(),
    };

    public Model ToModel() => new(
        Tag, DisplayName, Family, ParametersBillions, Quantization, Columns.Parse<ModelKind>(Kind),
        Capabilities.Split(',', StringSplitOptions.RemoveEmptyEntries), Columns.Parse<ModelStatus>(Status));
}
