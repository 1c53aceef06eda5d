namespace Bot.Discord;

/// <summary>The application that the bot user belongs to; commands and interaction tokens are filed under it.</summary>
public readonly record struct ApplicationId(ulong Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
