using Arena.Core.Servers;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation.Moderation;

namespace Bot.Commands.Moderation;

/// <summary><c>/arena moderators</c>: who moderates beside those with Manage Server. The role itself can not change it.</summary>
internal sealed class ArenaModerators(ServerSettingsBook settings, SettingsFrames frames, Access access) : ISubcommand
{
    private const string Role = "role";
    private const string Clear = "clear";

    public string Parent => "arena";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "moderators", "Which role moderates here beside those with Manage Server",
        CommandOption.Role(Role, "Its members moderate from now on"),
        CommandOption.Flag(Clear, "No role any more: only those with Manage Server"));

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        if (!access.MayManageServer(command))
        {
            await reply.WhisperAsync(ModeratorsText.OnlyManagers, cancellationToken);
            return;
        }

        var (role, clear) = (command.Options.Role(Role), command.Options.Flag(Clear) ?? false);
        await reply.ThinkQuietlyAsync(cancellationToken);
        var frame = await frames.WholeAsync(command.Server!.Value, cancellationToken);
        await reply.WhisperAsync(await AnswerAsync(command, frame, role, clear, cancellationToken), cancellationToken);
    }

    private async Task<string> AnswerAsync(
        Interaction.SlashCommand command, SettingsFrame frame, RoleId? role, bool clear, CancellationToken cancellationToken)
    {
        if (role is null && !clear)
            return ModeratorsText.Present(frame);
        if (ModeratorsText.Refusal(frame, role, clear) is { } why)
            return why;
        var change = await settings.ChangeAsync(frame.Server, command.Member.Id, now => now with { ModeratorRole = role }, cancellationToken);
        return ModeratorsText.Changed(frame with { Now = change.After }, isSame: ReferenceEquals(change.Before, change.After));
    }
}
