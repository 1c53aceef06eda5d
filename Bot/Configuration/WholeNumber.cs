using System.Globalization;
using System.Text.Json;

namespace Bot.Configuration;

internal sealed class WholeNumber(int minimum, int maximum) : SettingType<int>
{
    public override string Expectation => string.Create(CultureInfo.InvariantCulture, $"a whole number from {minimum} to {maximum}");

    public override int Read(JsonElement element, string key, ICollection<Fault> faults) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var value) && InRange(value)
            ? value
            : Wrong(key, Raw(element), faults);

    public override int Parse(string text, string key, ICollection<Fault> faults) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && InRange(value)
            ? value
            : Wrong(key, Quoted(text), faults);

    public override string Format(int value) => value.ToString(CultureInfo.InvariantCulture);

    private bool InRange(int value) => value >= minimum && value <= maximum;
}
