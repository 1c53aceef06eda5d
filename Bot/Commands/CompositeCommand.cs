using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;

namespace Bot.Commands;

/// <summary>A slash command that is made of its subcommands.</summary>
internal sealed class CompositeCommand : ISlashCommand
{
    private readonly Dictionary<string, ISubcommand> _parts;
    private readonly bool _isForModerators;
    private readonly Access _access;

    /// <param name="isForModerators">Whether only moderators of the server may use any of it; Discord then hides it from others, and here it is refused.</param>
    /// <param name="all">The subcommands of all commands.</param>
    public CompositeCommand(string name, string description, bool isForModerators, Access access, IEnumerable<ISubcommand> all)
    {
        (_isForModerators, _access) = (isForModerators, access);
        var own = all.Where(part => part.Parent == name).ToList();
        _parts = own.ToDictionary(part => part.Definition.Name, StringComparer.Ordinal);
        var definition = CommandDefinition.Slash(name, description, [.. own.Select(part => part.Definition)]);
        Definition = isForModerators ? definition.ShownTo(Permissions.ManageServer) : definition;
    }

    public CommandDefinition Definition { get; }

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        if (Find(command.Options) is not { } part)
            await reply.RefuseAsync(ErrorText.UnknownCommand, cancellationToken);
        else if (await RefusalAsync(part, command, cancellationToken) is { } refusal)
            await reply.RefuseAsync(refusal, cancellationToken);
        else
            await part.RunAsync(command, reply, cancellationToken);
    }

    public async Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken) =>
        Find(typing.Options) is { } part && await RefusalAsync(part, typing, cancellationToken) is null
            ? await part.SuggestAsync(typing, cancellationToken)
            : [];

    private async Task<string?> RefusalAsync(ISubcommand part, Interaction interaction, CancellationToken cancellationToken) =>
        (_isForModerators ? _access.ModeratorRefusal(interaction) : null) ?? await part.RefusalAsync(interaction, cancellationToken);

    // "add", or "node add" within a group.
    private ISubcommand? Find(CommandOptions options) =>
        options.Subcommand is { } path ? _parts.GetValueOrDefault(path.Split(' ', 2)[0]) : null;
}
