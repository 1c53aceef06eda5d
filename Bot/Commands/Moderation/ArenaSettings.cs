using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation.Moderation;

namespace Bot.Commands.Moderation;

/// <summary><c>/arena settings</c>: opens the panel.</summary>
internal sealed class ArenaSettings(SettingsFrames frames) : ISubcommand
{
    public string Parent => "arena";

    public CommandOption Definition { get; } = CommandOption.Subcommand("settings", "The rules of this server: see and change them");

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        await reply.ThinkQuietlyAsync(cancellationToken);
        var frame = await frames.WholeAsync(command.Server!.Value, cancellationToken);
        await reply.SayAsync(SettingsMessage.Compose(frame, SettingsTable.Pages[0].Id), cancellationToken);
    }
}
