using System.Text.Json;

namespace Bot.Configuration;

/// <summary>One word of a closed list, each standing for a value of an enumeration.</summary>
internal sealed class Word<T> : SettingType<T>
    where T : struct, Enum
{
    private readonly Dictionary<string, T> _values =
        Enum.GetValues<T>().ToDictionary(value => value.ToString().ToLowerInvariant(), StringComparer.OrdinalIgnoreCase);

    public override string Expectation => $"one of {string.Join(", ", _values.Keys.Select(Quoted))}";

    public override T Read(JsonElement element, string key, ICollection<Fault> faults) =>
        element.ValueKind == JsonValueKind.String && _values.TryGetValue(element.GetString()!, out var value)
            ? value
            : Wrong(key, Raw(element), faults);

    public override T Parse(string text, string key, ICollection<Fault> faults) =>
        _values.TryGetValue(text, out var value) ? value : Wrong(key, Quoted(text), faults);

    public override string Format(T value) => Quoted(value.ToString().ToLowerInvariant());
}
