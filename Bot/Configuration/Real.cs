using System.Globalization;
using System.Text.Json;

namespace Bot.Configuration;

internal sealed class Real(double minimum, double maximum) : SettingType<double>
{
    public override string Expectation => string.Create(CultureInfo.InvariantCulture, $"a number from {minimum} to {maximum}");

    public override double Read(JsonElement element, string key, ICollection<Fault> faults) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var value) && InRange(value)
            ? value
            : Wrong(key, Raw(element), faults);

    public override double Parse(string text, string key, ICollection<Fault> faults) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && InRange(value)
            ? value
            : Wrong(key, Quoted(text), faults);

    public override string Format(double value) => value.ToString(CultureInfo.InvariantCulture);

    // A comparison with NaN is false, so NaN is out of every range.
    private bool InRange(double value) => value >= minimum && value <= maximum;
}
