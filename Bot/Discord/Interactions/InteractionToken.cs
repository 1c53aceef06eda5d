namespace Bot.Discord.Interactions;

/// <summary>Whoever has it can speak for the bot for 15 minutes, so it never prints itself.</summary>
public readonly record struct InteractionToken(string Value)
{
    public override string ToString() => "(interaction token)";
}
