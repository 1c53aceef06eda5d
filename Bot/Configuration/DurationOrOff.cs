using System.Text.Json;

namespace Bot.Configuration;

/// <summary>A duration, or the word <c>off</c>, which is null.</summary>
internal sealed class DurationOrOff(TimeSpan minimum, TimeSpan maximum) : SettingType<TimeSpan?>
{
    private const string Off = "off";

    public override string Expectation =>
        $"\"off\", or a duration from {DurationText.Format(minimum)} to {DurationText.Format(maximum)}, written like \"6h\" or \"1d\"";

    public override TimeSpan? Read(JsonElement element, string key, ICollection<Fault> faults) =>
        element.ValueKind == JsonValueKind.String ? Text(element.GetString()!, Raw(element), key, faults) : Wrong(key, Raw(element), faults);

    public override TimeSpan? Parse(string text, string key, ICollection<Fault> faults) => Text(text, Quoted(text), key, faults);

    public override string Format(TimeSpan? value) => Quoted(value is { } duration ? DurationText.Format(duration) : Off);

    private TimeSpan? Text(string text, string shown, string key, ICollection<Fault> faults)
    {
        if (string.Equals(text, Off, StringComparison.OrdinalIgnoreCase))
            return null;

        return DurationText.TryParse(text, out var value) && value >= minimum && value <= maximum ? value : Wrong(key, shown, faults);
    }
}
