using Arena.Core.Inference;
using Arena.Core.Servers;

namespace Arena.Core.Battles.Starting;

/// <summary>The sampling presets of each server: those that every server has, and its own.</summary>
public sealed class PresetDesk
{
    private readonly IPresetStore _presets;
    private readonly ServerSettingsBook _settings;
    private readonly InferenceOptions _operators;
    private readonly TimeProvider _time;

    /// <param name="operators">No preset goes beyond what the operator allows.</param>
    internal PresetDesk(IPresetStore presets, ServerSettingsBook settings, InferenceOptions operators, TimeProvider time) =>
        (_presets, _settings, _operators, _time) = (presets, settings, operators, time);

    /// <summary>The built-in ones, then the server's own by name.</summary>
    public async Task<IReadOnlyList<SamplingPreset>> ListAsync(ServerId server, CancellationToken cancellationToken) =>
        [.. SamplingPreset.BuiltIn, .. await _presets.ListAsync(server, cancellationToken)];

    /// <summary>The preset of this name, in any case; null when the server has none.</summary>
    public async Task<SamplingPreset?> FindAsync(ServerId server, string name, CancellationToken cancellationToken) =>
        PresetRules.Normalize(name) is { } normal
            ? (await ListAsync(server, cancellationToken)).FirstOrDefault(preset => preset.Name == normal)
            : null;

    /// <summary>The preset of battles that name none: the server's, or balanced when that one is gone.</summary>
    public async Task<SamplingPreset> UsualAsync(ServerId server, CancellationToken cancellationToken) =>
        await FindAsync(server, _settings.Of(server).Preset, cancellationToken) ?? SamplingPreset.Balanced;

    /// <summary>Stores a preset of the server, in the place of one of the same name. Battles that were asked for keep theirs.</summary>
    /// <exception cref="DatabaseException">It could not be stored.</exception>
    public async Task<DefinePresetResult> DefineAsync(ServerId server, MemberId by, SamplingPreset preset, CancellationToken cancellationToken)
    {
        if (PresetRules.Normalize(preset.Name) is not { } name)
            return new DefinePresetResult.BadName(preset.Name);
        preset = preset with { Name = name, System = string.IsNullOrWhiteSpace(preset.System) ? null : preset.System.Trim() };
        if (IsBuiltIn(name))
            return new DefinePresetResult.BuiltIn(name);
        if (PresetRules.Violated(preset, _operators) is { } bound)
            return new DefinePresetResult.OutOfRange(bound);
        var (isStored, before) = await _presets.PutAsync(server, by, preset, PresetRules.Most, _time.GetUtcNow(), cancellationToken);
        return isStored ? new DefinePresetResult.Defined(preset, before) : new DefinePresetResult.TooMany(PresetRules.Most);
    }

    /// <summary>Removes a preset of the server. Where it was the usual one, balanced is from now on.</summary>
    /// <exception cref="DatabaseException">It could not be stored.</exception>
    public async Task<RemovePresetResult> RemoveAsync(ServerId server, MemberId by, string name, CancellationToken cancellationToken)
    {
        var own = await _presets.ListAsync(server, cancellationToken);
        var normal = PresetRules.Normalize(name);
        if (normal is not null && IsBuiltIn(normal))
            return new RemovePresetResult.BuiltIn(normal);
        if (own.All(preset => preset.Name != normal))
            return new RemovePresetResult.Unknown(name.Trim(), ClosestName.Find(name, own.Select(preset => preset.Name)));

        // First the setting: were the process to die in between, it would not point at what is gone.
        var change = await _settings.ChangeAsync(
            server, by, settings => settings.Preset == normal ? settings with { Preset = SamplingPreset.Balanced.Name } : settings, cancellationToken);
        var wasUsual = change.Before.Preset == normal;
        return await _presets.RemoveAsync(server, by, normal!, _time.GetUtcNow(), cancellationToken)
            ? new RemovePresetResult.Removed(normal!, wasUsual)
            : new RemovePresetResult.Unknown(normal!, null);
    }

    /// <summary>Whether every server has a preset of this name.</summary>
    public static bool IsBuiltIn(string name) => SamplingPreset.BuiltIn.Any(preset => preset.Name == name);
}
