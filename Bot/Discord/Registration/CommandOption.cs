using Bot.Discord.Interactions;

namespace Bot.Discord.Registration;

/// <summary>
/// A value of a slash command, a subcommand, or a group of subcommands. Read back with <see cref="CommandOptions"/>.
/// </summary>
public sealed record CommandOption
{
    private CommandOption(OptionType type, string name, string description)
    {
        Type = type;
        Name = name;
        Description = description;
    }

    public OptionType Type { get; }

    /// <summary>1 to 32 characters, lower case, without spaces.</summary>
    public string Name { get; }

    /// <summary>1 to 100 characters.</summary>
    public string Description { get; }

    public bool IsRequired { get; init; }

    /// <summary>At most 25; excludes <see cref="HasAutocomplete"/>.</summary>
    public IReadOnlyList<OptionChoice> Choices { get; init; } = [];

    /// <summary>Options of a subcommand, subcommands of a group.</summary>
    public IReadOnlyList<CommandOption> Options { get; init; } = [];

    /// <summary>Discord asks the bot for choices while a member types.</summary>
    public bool HasAutocomplete { get; init; }

    public int? MinLength { get; init; }
    public int? MaxLength { get; init; }
    public double? MinValue { get; init; }
    public double? MaxValue { get; init; }

    /// <summary>For a channel option: which kinds may be chosen; empty means all.</summary>
    public IReadOnlyList<ChannelKind> ChannelKinds { get; init; } = [];

    public static CommandOption Text(string name, string description) => new(OptionType.Text, name, description);

    public static CommandOption Integer(string name, string description) => new(OptionType.Integer, name, description);

    public static CommandOption Number(string name, string description) => new(OptionType.Number, name, description);

    public static CommandOption Flag(string name, string description) => new(OptionType.Flag, name, description);

    public static CommandOption Member(string name, string description) => new(OptionType.Member, name, description);

    public static CommandOption Channel(string name, string description, params ChannelKind[] kinds) =>
        new(OptionType.Channel, name, description) { ChannelKinds = kinds };

    public static CommandOption Role(string name, string description) => new(OptionType.Role, name, description);

    public static CommandOption Attachment(string name, string description) => new(OptionType.Attachment, name, description);

    public static CommandOption Subcommand(string name, string description, params CommandOption[] options) =>
        new(OptionType.Subcommand, name, description) { Options = options };

    public static CommandOption Group(string name, string description, params CommandOption[] subcommands) =>
        new(OptionType.SubcommandGroup, name, description) { Options = subcommands };

    /// <summary>The member must give it.</summary>
    public CommandOption Required() => this with { IsRequired = true };

    /// <summary>The bot is asked for choices while a member types.</summary>
    public CommandOption WithAutocomplete() => this with { HasAutocomplete = true };

    /// <summary>Only these values.</summary>
    public CommandOption WithChoices(params OptionChoice[] choices) => this with { Choices = choices };

    /// <summary>Only these texts, shown as they are.</summary>
    public CommandOption WithChoices(IEnumerable<string> choices) => this with { Choices = [.. choices.Select(choice => OptionChoice.Of(choice))] };

    /// <summary>Characters of a text.</summary>
    public CommandOption WithLength(int? min = null, int? max = null) => this with { MinLength = min, MaxLength = max };

    /// <summary>Range of a number.</summary>
    public CommandOption WithRange(double? min = null, double? max = null) => this with { MinValue = min, MaxValue = max };
}
