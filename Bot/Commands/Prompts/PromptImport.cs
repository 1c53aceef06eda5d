using Arena.Core.Prompts;
using Arena.Core.Servers;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Registration;
using Bot.Presentation.Prompts;
using Microsoft.Extensions.Logging;

namespace Bot.Commands.Prompts;

/// <summary><c>/prompt import</c>: a file of prompts into the server's library.</summary>
internal sealed partial class PromptImport(
    ServerPrompts prompts, ServerSettingsBook settings, IDiscordClient discord, ILogger<PromptImport> logger) : ISubcommand
{
    private const string File = "file";

    public string Parent => "prompt";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "import", "Add a file of prompts: text with one a line, or JSON like prompts.json",
        CommandOption.Attachment(File, "At most 1 MiB and 2,000 prompts").Required());

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        if (command.Options.Attachment(File) is not { } file)
            throw new OptionTypeException(File, "a file");
        await reply.ThinkQuietlyAsync(cancellationToken);
        await reply.WhisperAsync(await ImportAsync(command, file, cancellationToken), cancellationToken);
    }

    private async Task<string> ImportAsync(Interaction.SlashCommand command, Attachment file, CancellationToken cancellationToken)
    {
        if (file.Size > PromptFile.MaxBytes)
            return PromptSentences.TooLarge(file.Size);
        try
        {
            if (await discord.DownloadAsync(file, PromptFile.MaxBytes, cancellationToken) is not { } content)
                return PromptSentences.TooLarge(file.Size);
            var server = command.Server!.Value;
            var read = PromptFile.Read(content, file.Name, settings.Of(server).MaxPromptCharacters);
            return read is PromptFileResult.Parsed parsed
                ? PromptSentences.Of(await prompts.ImportAsync(server, command.Member.Id, file.Name, parsed.Prompts, cancellationToken))
                : PromptSentences.Of(read);
        }
        catch (DiscordException e)
        {
            Log.NotDownloaded(logger, file.Id.Value, e.Message);
            return PromptSentences.NotDownloaded;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(7150, LogLevel.Warning, "The attached file {File} could not be read: {Problem}")]
        public static partial void NotDownloaded(ILogger logger, ulong file, string problem);
    }
}
