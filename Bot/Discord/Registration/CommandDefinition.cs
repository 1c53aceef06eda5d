namespace Bot.Discord.Registration;

/// <summary>
/// A command as we want it registered: global, for servers only, installed to servers only. Make one with <see cref="Slash"/> or
/// <see cref="OnMessage"/>.
/// </summary>
public sealed record CommandDefinition
{
    private CommandDefinition(CommandType type, string name, string description)
    {
        Type = type;
        Name = name;
        Description = description;
    }

    public CommandType Type { get; }

    /// <summary>1 to 32 characters; lower case and without spaces for a slash command.</summary>
    public string Name { get; }

    /// <summary>1 to 100 characters for a slash command; empty for a message command.</summary>
    public string Description { get; }

    /// <summary>Values, or subcommands; at most 25, required values first.</summary>
    public IReadOnlyList<CommandOption> Options { get; init; } = [];

    /// <summary>Whom Discord shows the command to until an administrator says otherwise; null means everybody.</summary>
    public Permissions? DefaultMemberPermissions { get; init; }

    /// <summary>A command that is typed after a slash.</summary>
    public static CommandDefinition Slash(string name, string description, params CommandOption[] options) =>
        new(CommandType.Slash, name, description) { Options = options };

    /// <summary>A command in the menu of a message.</summary>
    public static CommandDefinition OnMessage(string name) => new(CommandType.Message, name, "");

    /// <summary>The same command, shown only to members with these permissions.</summary>
    public CommandDefinition ShownTo(Permissions permissions) => this with { DefaultMemberPermissions = permissions };
}
