using Bot.Discord.Messages;

namespace Bot.Discord.Interactions;

/// <summary>
/// A member used a command or a component. It must be answered within three seconds; its token lives 15 minutes. The cases below are all
/// there are.
/// </summary>
public abstract record Interaction
{
    private Interaction() { }

    public required InteractionOrigin Origin { get; init; }

    public InteractionId Id => Origin.Id;

    public ApplicationId Application => Origin.Application;

    public InteractionToken Token => Origin.Token;

    public Member Member => Origin.Member;

    public ServerId? Server => Origin.Server;

    public Channel Channel => Origin.Channel;

    /// <summary>A slash command.</summary>
    /// <param name="Options">Its values, and which subcommand it is.</param>
    public sealed record SlashCommand(CommandId Command, string Name, CommandOptions Options) : Interaction
    {
        /// <summary>Name with subcommand, as people type it: <c>model add</c>.</summary>
        public string Path => Options.Subcommand is null ? Name : $"{Name} {Options.Subcommand}";
    }

    /// <summary>A command from a message's menu.</summary>
    /// <param name="Target">The message it was used on, with its content.</param>
    public sealed record MessageCommand(CommandId Command, string Name, Message Target) : Interaction;

    /// <summary>A button.</summary>
    /// <param name="Message">The message it stands on.</param>
    public sealed record Button(string CustomId, Message Message) : Interaction;

    /// <summary>A menu.</summary>
    /// <param name="Values">Values of the chosen options.</param>
    public sealed record Select(string CustomId, IReadOnlyList<string> Values, Message Message) : Interaction;

    /// <summary>A form was sent.</summary>
    /// <param name="Fields">Text by custom id of the field.</param>
    /// <param name="Message">The message of the button or menu that opened the form; null if a command did.</param>
    public sealed record ModalSubmit(string CustomId, IReadOnlyDictionary<string, string> Fields, Message? Message) : Interaction;

    /// <summary>A member is typing a value of a slash command: <see cref="CommandOptions.Focused"/> says which.</summary>
    public sealed record Autocomplete(CommandId Command, string Name, CommandOptions Options) : Interaction
    {
        /// <summary>Name with subcommand, as people type it: <c>model add</c>.</summary>
        public string Path => Options.Subcommand is null ? Name : $"{Name} {Options.Subcommand}";
    }
}
