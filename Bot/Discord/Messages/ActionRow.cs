namespace Bot.Discord.Messages;

/// <summary>A row of at most five buttons, or of one menu.</summary>
public sealed record ActionRow(IReadOnlyList<Component> Components)
{
    public ActionRow(params Component[] components)
        : this((IReadOnlyList<Component>)components)
    {
    }
}
