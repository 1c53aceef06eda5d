using Arena.Core.Prompts;
using Arena.Core.Servers;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation.Prompts;

namespace Bot.Commands.Prompts;

/// <summary><c>/prompt add</c>.</summary>
internal sealed class PromptAdd(ServerPrompts prompts, ServerSettingsBook settings) : ISubcommand
{
    private const string Text = "text";
    private const string Category = "category";
    private const string AgeRestricted = "age_restricted";

    public string Parent => "prompt";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "add", "Put a prompt into this server's library, or a hidden one of the operator's back",
        CommandOption.Text(Text, "What both models answer").Required(),
        CommandOption.Text(Category, "What it is about; left out, I guess").WithChoices(PromptCategories.All),
        CommandOption.Flag(AgeRestricted, "Draw it in age-restricted channels only"));

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        var server = command.Server!.Value;
        var result = await prompts.AddAsync(
            server, command.Member.Id, command.Options.Text(Text) ?? "", command.Options.Text(Category), command.Options.Flag(AgeRestricted) ?? false,
            settings.Of(server).MaxPromptCharacters, cancellationToken);
        await (result is AddPromptResult.Added or AddPromptResult.BroughtBack
            ? reply.WhisperAsync(PromptSentences.Of(result), cancellationToken)
            : reply.RefuseAsync(PromptSentences.Of(result), cancellationToken));
    }
}
