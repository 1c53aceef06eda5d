using System.Collections.Immutable;

namespace Bot.Configuration;

/// <summary>What every setting is, and where that was said.</summary>
internal sealed class SettingValues
{
    private readonly ImmutableDictionary<Setting, (object? Value, string Source)> _given;

    private SettingValues(ImmutableDictionary<Setting, (object? Value, string Source)> given) => _given = given;

    /// <summary>Nothing given: every setting has its default.</summary>
    public static SettingValues Defaults { get; } = new(ImmutableDictionary<Setting, (object?, string)>.Empty);

    public T Get<T>(Setting<T> setting) => (T)Get((Setting)setting)!;

    public object? Get(Setting setting) => _given.TryGetValue(setting, out var entry) ? entry.Value : setting.Default;

    public bool IsGiven(Setting setting) => _given.ContainsKey(setting);

    /// <summary>The file or variable that gave the value; <c>default</c> when none did.</summary>
    public string Source(Setting setting) => _given.TryGetValue(setting, out var entry) ? entry.Source : "default";

    public SettingValues With(Setting setting, object? value, string source) => new(_given.SetItem(setting, (value, source)));
}
