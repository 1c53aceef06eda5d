using System.Globalization;
using Arena.Core.Exchange;
using Arena.Core.Storage;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Presentation.Leaderboards;

namespace Bot.Commands.Leaderboards;

/// <summary>Hands a server's comparisons to its moderators, as a file that Discord takes, and writes down who took them.</summary>
internal sealed class ExportDesk(ServerExport export, AuditStore audit, TimeProvider time)
{
    public async Task<OutgoingMessage> ComposeAsync(Interaction.SlashCommand command, ExportFormat format, CancellationToken cancellationToken)
    {
        var server = command.Server!.Value;
        var limit = command.Origin.AttachmentSizeLimit ?? UploadStream.UsualLimit;
        await using var upload = new UploadStream(limit);
        ExportedCount count;
        try
        {
            count = await export.WriteAsync(server, format, upload, cancellationToken);
            await upload.FinishAsync();
        }
        catch (UploadTooLargeException)
        {
            return OutgoingMessage.Whisper(ExportMessage.TooLarge(limit, server));
        }

        if (count.Ballots == 0)
            return OutgoingMessage.Whisper(ExportMessage.Nothing);

        var now = time.GetUtcNow();
        var name = string.Create(CultureInfo.InvariantCulture, $"comparisons-{now:yyyy-MM-dd}.{Ending(format)}");
        var file = upload.Plain is { } plain
            ? new OutgoingFile(name, plain, format == ExportFormat.Csv ? "text/csv" : "application/x-ndjson")
            : new OutgoingFile($"{name}.gz", upload.Compressed, "application/gzip");
        // Before it is handed out: nobody gets it without an entry.
        await audit.RecordAsync(
            new AuditEntry(now, server, command.Member.Id, "comparisons.exported", file.Name, ExportMessage.Held(count)), cancellationToken);
        return ExportMessage.Compose(count, file);
    }

    private static string Ending(ExportFormat format) => format == ExportFormat.Csv ? "csv" : "jsonl";
}
