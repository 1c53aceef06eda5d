using System.Text.Json;

namespace Bot.Configuration;

/// <summary>A setting whose value is a <typeparamref name="T"/>.</summary>
internal sealed class Setting<T>(string key, SettingType<T> type, T @default, string variable, string description)
    : Setting(key, variable, description)
{
    public override string Expectation => type.Expectation;

    public override string DefaultText => type.Format(@default);

    public override object? Default => @default;

    public override object? Read(JsonElement element, ICollection<Fault> faults) => type.Read(element, Key, faults);

    public override object? Parse(string text, ICollection<Fault> faults) => type.Parse(text, Variable, faults);

    public override string Format(object? value) => type.Format((T)value!);
}
