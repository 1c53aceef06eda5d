using System.Text.Json;
using System.Text.Json.Serialization;
using Arena.Core.Inference;

namespace Arena.Core.Storage;

/// <summary>A sampling preset's values as they stand in a column.</summary>
public static partial class PresetColumn
{
    internal static string Write(SamplingPreset preset) => JsonSerializer.Serialize(preset, PresetJson.Default.SamplingPreset);

    /// <summary>The preset of a column, or of what the audit holds of one.</summary>
    /// <param name="name">Null in rows from before there were presets.</param>
    public static SamplingPreset Read(string? name, string? sampling) =>
        (sampling is null ? null : JsonSerializer.Deserialize(sampling, PresetJson.Default.SamplingPreset)) is { } preset
            ? preset with { Name = name ?? preset.Name }
            : SamplingPreset.Unset;

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(SamplingPreset))]
    private sealed partial class PresetJson : JsonSerializerContext;
}
