using Arena.Core.Inference;

namespace Arena.Core.Battles.Starting;

/// <summary>Where the presets that servers defined are kept.</summary>
/// <remarks>The methods that write throw <see cref="DatabaseException"/> when nothing can be stored.</remarks>
internal interface IPresetStore
{
    /// <summary>A server's own presets, by name.</summary>
    Task<IReadOnlyList<SamplingPreset>> ListAsync(ServerId server, CancellationToken cancellationToken);

    /// <summary>Stores a preset, in the place of one of the same name; with a line in the audit.</summary>
    /// <param name="most">Presets that a server may have.</param>
    /// <returns>The one it replaced, or null; false where the server has too many already.</returns>
    Task<(bool IsStored, SamplingPreset? Before)> PutAsync(
        ServerId server, MemberId by, SamplingPreset preset, int most, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Drops a preset, with a line in the audit; false where there is none.</summary>
    Task<bool> RemoveAsync(ServerId server, MemberId by, string name, DateTimeOffset at, CancellationToken cancellationToken);
}
