using Arena.Core.Exchange;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;

namespace Bot.Commands.Leaderboards;

/// <summary><c>/arena export</c>.</summary>
internal sealed class ArenaExport(ExportDesk exports) : ISubcommand
{
    private const string Format = "format";

    public string Parent => "arena";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "export", "This server's comparisons as a file, members pseudonymised",
        CommandOption.Text(Format, "CSV for spreadsheets and data frames (default), or one JSON object a line")
            .WithChoices(OptionChoice.Of("CSV", "csv"), OptionChoice.Of("JSON lines", "jsonl")));

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        if (ReadFormat(command.Options) is not { } format)
        {
            await reply.WhisperAsync(ErrorText.BadOption(Format), cancellationToken);
            return;
        }

        await reply.ThinkQuietlyAsync(cancellationToken);
        await reply.SayAsync(await exports.ComposeAsync(command, format, cancellationToken), cancellationToken);
    }

    private static ExportFormat? ReadFormat(CommandOptions options) => options.Text(Format) switch
    {
        null or "csv" => ExportFormat.Csv,
        "jsonl" => ExportFormat.Jsonl,
        _ => null,
    };
}
