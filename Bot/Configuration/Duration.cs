using System.Text.Json;

namespace Bot.Configuration;

internal sealed class Duration(TimeSpan minimum, TimeSpan maximum) : SettingType<TimeSpan>
{
    public override string Expectation =>
        $"a duration from {DurationText.Format(minimum)} to {DurationText.Format(maximum)}, written like \"90s\", \"1h30m\" or \"00:10:00\"";

    public override TimeSpan Read(JsonElement element, string key, ICollection<Fault> faults) =>
        element.ValueKind == JsonValueKind.String && DurationText.TryParse(element.GetString()!, out var value) && InRange(value)
            ? value
            : Wrong(key, Raw(element), faults);

    public override TimeSpan Parse(string text, string key, ICollection<Fault> faults) =>
        DurationText.TryParse(text, out var value) && InRange(value) ? value : Wrong(key, Quoted(text), faults);

    public override string Format(TimeSpan value) => Quoted(DurationText.Format(value));

    private bool InRange(TimeSpan value) => value >= minimum && value <= maximum;
}
