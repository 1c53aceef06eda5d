using Arena.Core.Battles;
using Arena.Core.Roster;
using Bot.Commands.Moderation;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation.Battles;

namespace Bot.Commands.Battles;

/// <summary><c>/arena status</c>.</summary>
internal sealed class ArenaStatus(BattleDesk desk, PullDesk pulls, ModeratorNotices notices, Access access) : ISubcommand
{
    public string Parent => "arena";

    public CommandOption Definition { get; } = CommandOption.Subcommand("status", "How the queue and the models stand");

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        await reply.ThinkQuietlyAsync(cancellationToken);
        var status = await desk.StatusAsync(command.Server, cancellationToken);
        var running = await access.MayChangeRosterAsync(command, cancellationToken) ? pulls.Running : [];
        await reply.SayAsync(StatusMessage.Compose(status, access.IsOperator(command), running, Waiting(command)), cancellationToken);
    }

    /// <summary>Whether this server's notices find no channel; and for operators, in how many servers that is so.</summary>
    private (bool Here, int Everywhere) Waiting(Interaction interaction)
    {
        var waiting = notices.Waiting;
        return (interaction.Server is { } here && waiting.Contains(here), access.IsOperator(interaction) ? waiting.Count : 0);
    }
}
