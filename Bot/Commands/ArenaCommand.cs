using Arena.Core.Battles;
using Arena.Core.Exchange;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Registration;
using Bot.Presentation;

namespace Bot.Commands;

/// <summary><c>/arena status</c>, <c>/arena cancel</c> and <c>/arena export</c>: for moderators.</summary>
internal sealed class ArenaCommand(BattleDesk desk, ExportDesk exports, Access access) : ISlashCommand
{
    private const string Battle = "battle";
    private const string Format = "format";
    private const int LongestLabel = 100;

    public CommandDefinition Definition { get; } = CommandDefinition.Slash(
        "arena",
        "State of the arena and its queue, and this server's comparisons as a file",
        CommandOption.Subcommand("status", "How the queue and the models stand"),
        CommandOption.Subcommand(
            "cancel", "Cancel a battle that waits or is being answered",
            CommandOption.Integer(Battle, "Which battle").Required().WithAutocomplete()),
        CommandOption.Subcommand(
            "export", "This server's comparisons as a file, members pseudonymised",
            CommandOption.Text(Format, "CSV for spreadsheets and data frames (default), or one JSON object a line")
                .WithChoices(OptionChoice.Of("CSV", "csv"), OptionChoice.Of("JSON lines", "jsonl"))))
        .ShownTo(Permissions.ManageServer);

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        switch (command.Options.Subcommand)
        {
            case not ("status" or "cancel" or "export"):
                await reply.WhisperAsync(ErrorText.UnknownCommand, cancellationToken);
                break;
            case not null when !access.IsModerator(command):
                await reply.WhisperAsync(ErrorText.OnlyModerators, cancellationToken);
                break;
            case "status":
                await reply.ThinkQuietlyAsync(cancellationToken);
                var status = await desk.StatusAsync(command.Server, cancellationToken);
                await reply.SayAsync(StatusMessage.Compose(status, access.IsOperator(command)), cancellationToken);
                break;
            case "export" when ReadFormat(command.Options) is null:
                await reply.WhisperAsync(ErrorText.BadOption(Format), cancellationToken);
                break;
            case "export":
                await reply.ThinkQuietlyAsync(cancellationToken);
                await reply.SayAsync(await exports.ComposeAsync(command, ReadFormat(command.Options)!.Value, cancellationToken), cancellationToken);
                break;
            default:
                await reply.ThinkQuietlyAsync(cancellationToken);
                await reply.SayAsync(OutgoingMessage.Whisper(await CancelAsync(command, cancellationToken)), cancellationToken);
                break;
        }
    }

    public async Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken)
    {
        if (typing.Server is not { } server || !access.IsModerator(typing) || typing.Options.Focused is not { } focused)
            return [];
        var typed = focused.Typed.Trim().TrimStart('#');
        return
        [
            .. (await desk.WaitingAsync(server, cancellationToken))
                .Select(battle => (Label: Label(battle), battle.Id))
                .Where(battle => battle.Label.Contains(typed, StringComparison.OrdinalIgnoreCase))
                .Take(25)
                .Select(battle => OptionChoice.Of(battle.Label, battle.Id.Value)),
        ];
    }

    private static ExportFormat? ReadFormat(CommandOptions options) => options.Text(Format) switch
    {
        null or "csv" => ExportFormat.Csv,
        "jsonl" => ExportFormat.Jsonl,
        _ => null,
    };

    private async Task<string> CancelAsync(Interaction.SlashCommand command, CancellationToken cancellationToken)
    {
        var id = new BattleId(command.Options.Integer(Battle) ?? 0);
        if (id.Value <= 0 || await desk.FindAsync(id, cancellationToken) is not { } battle || battle.Server != command.Server)
            return ErrorText.BattleUnknown;
        return await desk.CancelAsync(id, command.Member.Id, isModerator: true, cancellationToken) switch
        {
            CancelResult.Cancelled => $"Battle {id} is cancelled.",
            CancelResult.NotWaiting late => ErrorText.NotWaiting(late.State),
            _ => ErrorText.BattleUnknown,
        };
    }

    /// <summary>Plain text: Discord shows no markdown in choices.</summary>
    private static string Label(Battle battle)
    {
        var prompt = string.Join(' ', SafeCharacters.Clean(battle.Prompt).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var state = battle.State == BattleState.Queued ? "waits" : "is being answered";
        return TextBox.Plain($"#{battle.Id} {state}: {prompt}", LongestLabel);
    }
}
