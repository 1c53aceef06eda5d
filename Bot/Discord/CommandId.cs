namespace Bot.Discord;

/// <summary>A registered application command; <c>&lt;/name:id&gt;</c> in a message makes it clickable.</summary>
public readonly record struct CommandId(ulong Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
