using System.Globalization;

namespace Bot.Discord.Registration;

/// <summary>A choice of an option, registered or suggested while typing.</summary>

public sealed record OptionChoice
{
    private OptionChoice(string name, object value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>What members see; 1 to 100 characters.</summary>
    public string Name { get; }

    /// <summary>What the command gets: a text of at most 100 characters, a <see cref="long"/> or a <see cref="double"/>.</summary>
    public object Value { get; }

    public static OptionChoice Of(string value) => new(value, value);

    public static OptionChoice Of(string name, string value) => new(name, value);

    public static OptionChoice Of(long value) => new(value.ToString(CultureInfo.InvariantCulture), value);

    public static OptionChoice Of(string name, long value) => new(name, value);

    public static OptionChoice Of(string name, double value) => new(name, value);
}
