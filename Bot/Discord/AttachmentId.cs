namespace Bot.Discord;

/// <summary>A file that stands on a message, or that a member handed to a command.</summary>
public readonly record struct AttachmentId(ulong Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
