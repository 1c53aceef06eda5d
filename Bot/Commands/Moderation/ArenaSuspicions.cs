using Arena.Core.Integrity;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation.Moderation;

namespace Bot.Commands.Moderation;

/// <summary><c>/arena suspicions</c>.</summary>
internal sealed class ArenaSuspicions(SuspicionDesk desk) : ISubcommand
{
    public string Parent => "arena";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "suspicions", "Groups of accounts whose votes look agreed upon, and what was decided about them");

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        await reply.ThinkQuietlyAsync(cancellationToken);
        await reply.SayAsync(SuspicionMessage.List(await desk.ListAsync(command.Server!.Value, cancellationToken)), cancellationToken);
    }
}
