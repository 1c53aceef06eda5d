namespace Bot.Discord;

/// <summary>One use of a command, button, menu or modal by one member.</summary>
public readonly record struct InteractionId(ulong Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
