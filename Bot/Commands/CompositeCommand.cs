using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;

namespace Bot.Commands;

/// <summary>A slash command that is made of its subcommands.</summary>
internal sealed class CompositeCommand : ISlashCommand
{
    private readonly Dictionary<string, ISubcommand> _parts;

    /// <param name="shownTo">Whom Discord shows it to; each subcommand says itself who may use it. Null for everybody.</param>
    public CompositeCommand(string name, string description, Permissions? shownTo, IEnumerable<ISubcommand> all)
    {
        var own = all.Where(part => part.Parent == name).ToList();
        _parts = own.ToDictionary(part => part.Definition.Name, StringComparer.Ordinal);
        var definition = CommandDefinition.Slash(name, description, [.. own.Select(part => part.Definition)]);
        Definition = shownTo is { } permissions ? definition.ShownTo(permissions) : definition;
    }

    public CommandDefinition Definition { get; }

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        if (Find(command.Options) is not { } part)
            await reply.WhisperAsync(ErrorText.UnknownCommand, cancellationToken);
        else if (await part.RefusalAsync(command, cancellationToken) is { } refusal)
            await reply.WhisperAsync(refusal, cancellationToken);
        else
            await part.RunAsync(command, reply, cancellationToken);
    }

    public async Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken) =>
        Find(typing.Options) is { } part && await part.RefusalAsync(typing, cancellationToken) is null
            ? await part.SuggestAsync(typing, cancellationToken)
            : [];

    // "add", or "node add" within a group.
    private ISubcommand? Find(CommandOptions options) =>
        options.Subcommand is { } path ? _parts.GetValueOrDefault(path.Split(' ', 2)[0]) : null;
}
