namespace Bot.Discord.Messages;

/// <summary>A form that pops up.</summary>
/// <param name="CustomId">1 to 100 characters; comes back with the submission.</param>
/// <param name="Title">At most 45 characters.</param>
/// <param name="Fields">1 to 5.</param>
public sealed record Modal(string CustomId, string Title, IReadOnlyList<TextField> Fields)
{
    public Modal(string customId, string title, params TextField[] fields)
        : this(customId, title, (IReadOnlyList<TextField>)fields)
    {
    }
}
