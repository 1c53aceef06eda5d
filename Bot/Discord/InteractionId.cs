namespace Bot.Discord;

/// <summary>One use of a command, button, menu or modal by one member. A snowflake.</summary>
public readonly record struct InteractionId(ulong Value)
{
    /// <summary>When the member used it, by Discord's clock.</summary>
    public DateTimeOffset CreatedAt => Snowflake.CreatedAt(Value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
