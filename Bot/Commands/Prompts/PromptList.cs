using Arena.Core.Prompts;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;
using Bot.Presentation.Prompts;

namespace Bot.Commands.Prompts;

/// <summary><c>/prompt list</c>, and the buttons that turn its pages.</summary>
internal sealed class PromptList(ServerPrompts prompts, Access access) : ISubcommand, IButtons
{
    private const string Category = "category";

    public string Parent => "prompt";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "list", "Show this server's prompt library, with the short ids of its prompts",
        CommandOption.Text(Category, "Only what is about this").WithChoices(PromptCategories.All));

    public IReadOnlyCollection<string> Verbs { get; } = [ButtonIds.PromptList];

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        var category = command.Options.Text(Category);
        if (category is not null && !PromptCategories.IsKnown(category))
        {
            await reply.WhisperAsync(ErrorText.UnknownCategory(category, PromptCategories.All), cancellationToken);
            return;
        }

        var library = await prompts.ListAsync(command.Server!.Value, cancellationToken);
        await reply.SayAsync(PromptListMessage.Compose(library, category, 0) with { Ephemeral = true }, cancellationToken);
    }

    public async Task PressAsync(Interaction.Button button, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (access.ModeratorRefusal(button) is { } refusal)
        {
            await reply.WhisperAsync(refusal, cancellationToken);
        }
        else if (PromptListMessage.Parse(subject) is { } place)
        {
            await reply.TouchAsync(cancellationToken);
            var library = await prompts.ListAsync(button.Server!.Value, cancellationToken);
            await reply.TurnToAsync(PromptListMessage.Compose(library, place.Category, place.Page), cancellationToken);
        }
        else
        {
            await reply.WhisperAsync(ErrorText.UnknownButton, cancellationToken);
        }
    }
}
