using Arena.Core.Storage;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Registration;
using Bot.Presentation;
using Bot.Presentation.Moderation;

namespace Bot.Commands.Moderation;

/// <summary><c>/arena audit</c>: who did what, and when.</summary>
internal sealed class ArenaAudit(AuditStore audit, Access access) : ISubcommand, IButtons
{
    private const string Member = "member";
    private const string About = "about";

    public string Parent => "arena";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "audit", "Who did what, and when",
        CommandOption.Member(Member, "What this member did, or what was done to them"),
        CommandOption.Text(About, "What it was done to").WithChoices(AuditWords.Nouns));

    public IReadOnlyCollection<string> Verbs { get; } = [ButtonIds.Audit];

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        var address = new AuditAddress(command.Options.Member(Member), command.Options.Text(About), 1);
        if (address.Noun is { } noun && !AuditWords.Nouns.Contains(noun))
            await reply.WhisperAsync(ErrorText.BadOption(About), cancellationToken);
        else
            await reply.SayAsync(await ComposeAsync(command, address, cancellationToken), cancellationToken);
    }

    public async Task PressAsync(Interaction.Button button, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (!access.IsModerator(button))
        {
            await reply.WhisperAsync(ErrorText.OnlyModerators, cancellationToken);
        }
        else if (AuditAddress.Parse(subject) is not { } address)
        {
            await reply.WhisperAsync(ErrorText.UnknownButton, cancellationToken);
        }
        else
        {
            await reply.TouchAsync(cancellationToken);
            await reply.EditTouchedAsync((await ComposeAsync(button, address, cancellationToken)).AsEdit(), cancellationToken);
        }
    }

    // What concerns the whole arena is for those who may change it: at home, and for operators.
    private async Task<OutgoingMessage> ComposeAsync(Interaction interaction, AuditAddress address, CancellationToken cancellationToken)
    {
        var withArena = await access.MayChangeRosterAsync(interaction, cancellationToken);
        var page = await audit.PageAsync(
            new AuditQuery(interaction.Server!.Value, withArena, address.Member, address.Noun), address.Page, AuditMessage.PageSize, cancellationToken);
        return AuditMessage.Compose(page, address);
    }
}
