using System.Text.RegularExpressions;
using Arena.Core.Inference;

namespace Arena.Core.Battles.Starting;

/// <summary>What a server's preset may say. Beyond these ranges models answer with noise, or with one word for ever.</summary>
public static partial class PresetRules
{
    /// <summary>Presets that one server may have beside <see cref="SamplingPreset.BuiltIn"/>.</summary>
    public const int Most = 20;

    /// <summary>Characters of a system prompt.</summary>
    public const int LongestSystem = 2_000;

    public static PresetBound Temperature { get; } = new("temperature", 0, 2);

    public static PresetBound TopP { get; } = new("top-p", 0.01, 1);

    public static PresetBound MinP { get; } = new("min-p", 0, 1);

    public static PresetBound TopK { get; } = new("top-k", 1, 1_000);

    public static PresetBound RepeatPenalty { get; } = new("repeat penalty", 0.5, 2);

    /// <summary>Not beyond what the operator allows.</summary>
    public static PresetBound OutputTokens(InferenceOptions operators) => new("output tokens", Math.Min(16, operators.OutputTokens), operators.OutputTokens, "tokens");

    /// <summary>Not beyond what the operator's nodes hold.</summary>
    public static PresetBound ContextTokens(InferenceOptions operators) => new("context", Math.Min(256, operators.ContextTokens), operators.ContextTokens, "tokens");

    public static PresetBound System { get; } = new("system prompt", 0, LongestSystem, "characters");

    /// <summary>A name as it is kept: lower case, without spaces around it; null when it can be none.</summary>
    public static string? Normalize(string name)
    {
        var normal = name.Trim().ToLowerInvariant();
        return Name().IsMatch(normal) ? normal : null;
    }

    /// <summary>The first value outside its range; null when all are within.</summary>
    public static PresetBound? Violated(SamplingPreset preset, InferenceOptions operators) => Values(preset, operators)
        .Where(one => one.Value is { } value && !one.Bound.Holds(value))
        .Select(one => one.Bound)
        .FirstOrDefault();

    private static IEnumerable<(PresetBound Bound, double? Value)> Values(SamplingPreset preset, InferenceOptions operators) =>
    [
        (Temperature, preset.Sampling.Temperature),
        (TopP, preset.Sampling.TopP),
        (MinP, preset.Sampling.MinP),
        (TopK, preset.Sampling.TopK),
        (RepeatPenalty, preset.Sampling.RepeatPenalty),
        (OutputTokens(operators), preset.OutputTokens),
        (ContextTokens(operators), preset.ContextTokens),
        (System, preset.System?.EnumerateRunes().Count()),
    ];

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,31}$")]
    private static partial Regex Name();
}
