using System.Text.Json;

namespace Bot.Configuration;

/// <summary>How one kind of setting is written, in a file and in an environment variable, and what range it has.</summary>
internal abstract class SettingType<T>
{
    /// <summary>Goes on after "expected": <c>a whole number from 1 to 25</c>. Also the type column of the documentation.</summary>
    public abstract string Expectation { get; }

    /// <summary>Reads a value of the file; every fault is added to <paramref name="faults"/>.</summary>
    public abstract T? Read(JsonElement element, string key, ICollection<Fault> faults);

    /// <summary>Reads a value of the environment, which knows only text.</summary>
    public abstract T? Parse(string text, string key, ICollection<Fault> faults);

    /// <summary>As the value would be written in the file.</summary>
    public abstract string Format(T value);

    protected T? Wrong(string key, string value, ICollection<Fault> faults)
    {
        faults.Add(new Fault(key, value, Expectation));
        return default;
    }

    protected static string Raw(JsonElement element)
    {
        const int longest = 80;
        var raw = element.GetRawText();
        return raw.Length <= longest ? raw : string.Concat(raw.AsSpan(0, longest), "…");
    }

    protected static string Quoted(string text) => $"\"{text}\"";
}
