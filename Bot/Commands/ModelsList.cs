using Arena.Core.Roster;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;

namespace Bot.Commands;

/// <summary><c>/models list</c>: the roster.</summary>
internal sealed class ModelsList(RosterService roster) : ISubcommand
{
    public string Parent => "models";

    public CommandOption Definition { get; } = CommandOption.Subcommand("list", "All models on the roster");

    public Task<string?> RefusalAsync(Interaction interaction, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken) =>
        await reply.SayAsync(RosterMessage.Compose(await roster.ListAsync(cancellationToken)), cancellationToken);
}
