using Arena.Core.Inference;

namespace Arena.Core.Battles.Starting;

/// <summary>What became of a preset that was to be stored.</summary>
public abstract record DefinePresetResult
{
    private DefinePresetResult() { }

    /// <param name="Before">The one it replaced; null for a new one.</param>
    public sealed record Defined(SamplingPreset Preset, SamplingPreset? Before) : DefinePresetResult;

    /// <summary>It is one of those that every server has.</summary>
    public sealed record BuiltIn(string Name) : DefinePresetResult;

    /// <summary>Not a name: 1 to 32 lower-case letters, digits and hyphens.</summary>
    public sealed record BadName(string Name) : DefinePresetResult;

    /// <summary>A value outside its range.</summary>
    public sealed record OutOfRange(PresetBound Bound) : DefinePresetResult;

    /// <summary>The server has <paramref name="Limit"/> already.</summary>
    public sealed record TooMany(int Limit) : DefinePresetResult;
}
