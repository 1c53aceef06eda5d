using System.Text.Json;

namespace Bot.Configuration;

internal sealed class Flag : SettingType<bool>
{
    public override string Expectation => "true or false";

    public override bool Read(JsonElement element, string key, ICollection<Fault> faults) =>
        element.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? element.GetBoolean()
            : Wrong(key, Raw(element), faults);

    public override bool Parse(string text, string key, ICollection<Fault> faults) =>
        bool.TryParse(text, out var value) ? value : Wrong(key, Quoted(text), faults);

    public override string Format(bool value) => value ? "true" : "false";
}
