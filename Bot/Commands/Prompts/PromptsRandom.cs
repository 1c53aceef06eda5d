using Arena.Core.Prompts;
using Bot.Commands.Battles;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;
using Bot.Presentation.Prompts;

namespace Bot.Commands.Prompts;

/// <summary><c>/prompts random</c>, and its buttons: a battle with the prompt that is shown, or another one.</summary>
internal sealed class PromptsRandom(ServerPrompts prompts, BattleStarter starter, ChannelFacts channels) : ISubcommand, IButtons
{
    private const string Category = "category";

    public string Parent => "prompts";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "random", "Draw a prompt from this server's library, for you to see first",
        CommandOption.Text(Category, "What it is to be about").WithChoices(PromptCategories.All));

    public IReadOnlyCollection<string> Verbs { get; } = [ButtonIds.PromptBattle, ButtonIds.PromptAnother];

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        var category = command.Options.Text(Category);
        if (category is not null && !PromptCategories.IsKnown(category))
        {
            await reply.WhisperAsync(ErrorText.UnknownCategory(category, PromptCategories.All), cancellationToken);
            return;
        }

        await reply.ThinkQuietlyAsync(cancellationToken);
        if (await DrawAsync(command, category, null, cancellationToken) is { } drawn)
            await reply.SayAsync(RandomPromptMessage.Compose(drawn, category) with { Ephemeral = true }, cancellationToken);
        else
            await reply.WhisperAsync(ErrorText.NoPromptOf(category), cancellationToken);
    }

    public Task PressAsync(Interaction.Button button, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (verb == ButtonIds.PromptBattle)
            return BattleAsync(button, subject, reply, cancellationToken);
        return RandomPromptMessage.Parse(subject) is { } wanted
            ? TurnAsync(button, wanted.Category, wanted.Shown, reply, cancellationToken)
            : reply.WhisperAsync(ErrorText.UnknownButton, cancellationToken);
    }

    private async Task BattleAsync(Interaction.Button button, string id, Reply reply, CancellationToken cancellationToken)
    {
        if (await FindAsync(button, id, cancellationToken) is { } found)
            await starter.StartFromLibraryAsync(button, found.Prompt, reply, cancellationToken);
        else
            await reply.WhisperAsync(PromptSentences.GonePrompt, cancellationToken);
    }

    private async Task TurnAsync(Interaction.Button button, string? category, string shown, Reply reply, CancellationToken cancellationToken)
    {
        await reply.TouchAsync(cancellationToken);
        var last = (await FindAsync(button, shown, cancellationToken))?.Prompt.Text;
        if (await DrawAsync(button, category, last, cancellationToken) is { } drawn)
            await reply.TurnToAsync(RandomPromptMessage.Compose(drawn, category), cancellationToken);
        else
            await reply.WhisperAsync(ErrorText.NoPromptOf(category), cancellationToken);
    }

    private Task<ServerPrompt?> FindAsync(Interaction interaction, string id, CancellationToken cancellationToken) =>
        prompts.FindAsync(interaction.Server!.Value, id, cancellationToken);

    private async Task<ServerPrompt?> DrawAsync(Interaction interaction, string? category, string? butNot, CancellationToken cancellationToken)
    {
        var server = interaction.Server!.Value;
        var restricted = await channels.IsAgeRestrictedAsync(server, interaction.Channel, cancellationToken);
        return await prompts.DrawAsync(server, interaction.Channel.Id, category, restricted, cancellationToken, butNot);
    }
}
