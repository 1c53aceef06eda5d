using Arena.Core.Privacy;
using Bot.Commands.Leaderboards;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Registration;
using Bot.Presentation;
using Bot.Presentation.Moderation;

namespace Bot.Commands.Moderation;

/// <summary><c>/privacy</c>: what is stored about the member who asks, and its end. Both concern that member alone.</summary>
internal sealed class PrivacyCommand(PrivacyDesk desk) : ISlashCommand, IButtons
{
    // Of each kind, the newest: all, or as many as fit.
    private static readonly int?[] Cuts = [null, 100_000, 30_000, 10_000, 3_000, 1_000, 300, 100, 30, 10, 3, 1];

    public CommandDefinition Definition { get; } = CommandDefinition.Slash(
        "privacy",
        "What is stored about you, and how it goes away",
        CommandOption.Subcommand("show", "Everything that is stored about you, as a file"),
        CommandOption.Subcommand("forget", "Take your id out of everything that is stored; asks before it does"));

    public IReadOnlyCollection<string> Verbs { get; } = [ButtonIds.Forget];

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        switch (command.Options.Subcommand)
        {
            case "show":
                await reply.ThinkQuietlyAsync(cancellationToken);
                await reply.SayAsync(await ShowAsync(command, cancellationToken), cancellationToken);
                break;
            case "forget":
                await reply.SayAsync(PrivacyMessage.Ask(), cancellationToken);
                break;
            default:
                await reply.WhisperAsync(ErrorText.UnknownCommand, cancellationToken);
                break;
        }
    }

    public async Task PressAsync(Interaction.Button button, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (subject is not (PrivacyMessage.Name or PrivacyMessage.NameAndTexts))
        {
            await reply.WhisperAsync(ErrorText.UnknownButton, cancellationToken);
            return;
        }

        await reply.TouchAsync(cancellationToken);
        var result = await desk.ForgetAsync(button.Member.Id, subject == PrivacyMessage.NameAndTexts, cancellationToken);
        await reply.ConcludeAsync(PrivacyMessage.Done(result), cancellationToken);
    }

    private async Task<OutgoingMessage> ShowAsync(Interaction.SlashCommand command, CancellationToken cancellationToken)
    {
        var stored = await desk.ReadAsync(command.Member.Id, cancellationToken);
        if (stored.IsEmpty)
            return OutgoingMessage.Whisper(PrivacyMessage.Nothing);

        var limit = command.Origin.AttachmentSizeLimit ?? UploadStream.UsualLimit;
        foreach (var newest in Cuts)
        {
            if (await FileAsync(PrivacyMessage.FileOf(stored, newest), limit) is { } file)
                return PrivacyMessage.Show(stored, file, newest);
        }

        throw new InvalidOperationException($"Not even the newest thing of each kind fits into {limit} bytes.");
    }

    /// <summary>As it is, or else compressed; null if it does not fit either way.</summary>
    private static async Task<OutgoingFile?> FileAsync(byte[] json, long limit)
    {
        if (json.Length <= limit)
            return new OutgoingFile(PrivacyMessage.File, json, "application/json");
        await using var upload = new UploadStream(limit);
        try
        {
            upload.Write(json);
            await upload.FinishAsync();
        }
        catch (UploadTooLargeException)
        {
            return null;
        }

        return new OutgoingFile($"{PrivacyMessage.File}.gz", upload.Compressed, "application/gzip");
    }
}
