using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;

namespace Bot.Commands;

/// <summary><c>/arena</c>: what moderators do, in the order in which its subcommands were added. All of it asks for a moderator.</summary>
internal sealed class ArenaCommand : ISlashCommand
{
    private readonly IReadOnlyList<IArenaSubcommand> _subcommands;
    private readonly Access _access;

    public ArenaCommand(IEnumerable<IArenaSubcommand> subcommands, Access access)
    {
        _subcommands = [.. subcommands];
        _access = access;
        Definition = CommandDefinition.Slash(
            "arena", "The rules of this server, the state of the arena, and what else moderators do",
            [.. _subcommands.Select(subcommand => subcommand.Definition)])
            .ShownTo(Permissions.ManageServer);
    }

    public CommandDefinition Definition { get; }

    public Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        if (Find(command.Options) is not { } subcommand)
            return reply.WhisperAsync(ErrorText.UnknownCommand, cancellationToken);
        return _access.IsModerator(command)
            ? subcommand.RunAsync(command, reply, cancellationToken)
            : reply.WhisperAsync(ErrorText.OnlyModerators, cancellationToken);
    }

    public async Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken) =>
        _access.IsModerator(typing) && Find(typing.Options) is { } subcommand ? await subcommand.SuggestAsync(typing, cancellationToken) : [];

    /// <summary>Of a group's subcommands, the group.</summary>
    private IArenaSubcommand? Find(CommandOptions options)
    {
        var name = options.Subcommand?.Split(' ')[0];
        return _subcommands.FirstOrDefault(subcommand => subcommand.Definition.Name == name);
    }
}
