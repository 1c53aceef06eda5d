using System.Text.Json;

namespace Bot.Configuration;

/// <summary>One setting of <c>arena.json</c>: everything that loading, checking, <c>doctor</c> and the documentation need to know of it.</summary>
/// <param name="key">Where it stands in the file, sections joined by dots: <c>battles.quorum</c>.</param>
/// <param name="variable">The environment variable that overrides the file.</param>
/// <param name="description">One line for the operator.</param>
internal abstract class Setting(string key, string variable, string description)
{
    public string Key { get; } = key;

    public string Variable { get; } = variable;

    public string Description { get; } = description;

    public abstract string Expectation { get; }

    public abstract string DefaultText { get; }

    public abstract object? Default { get; }

    public abstract object? Read(JsonElement element, ICollection<Fault> faults);

    public abstract object? Parse(string text, ICollection<Fault> faults);

    public abstract string Format(object? value);
}
