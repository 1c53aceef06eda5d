using Arena.Core.Battles;
using Arena.Core.Prompts;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;

namespace Bot.Commands.Battles;

/// <summary><c>/battle</c>: one prompt, two anonymous answers.</summary>
internal sealed class BattleCommand(BattleStarter starter, PresetChoices presets) : ISlashCommand
{
    private const string Prompt = "prompt";
    private const string Category = "category";

    // The length of a prompt is not limited here: Discord would refuse it without saying why, and the arena can tell.
    public CommandDefinition Definition { get; } = CommandDefinition.Slash(
        "battle",
        "Give one prompt to two anonymous models and vote for the better answer",
        CommandOption.Text(Prompt, "What both models answer; left out, I draw a prompt from the library"),
        CommandOption.Text(Category, "What the prompt is about, or what a drawn one is to be about").WithChoices(PromptCategories.All),
        PresetChoices.Define());

    public Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        var category = command.Options.Text(Category);
        var preset = PresetChoices.Given(command.Options);
        return command.Options.Text(Prompt) is { } prompt
            ? starter.StartAsync(command, prompt, PromptSource.Typed, category, preset, reply, cancellationToken)
            : starter.StartRandomAsync(command, category, preset, reply, cancellationToken);
    }

    public Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken) =>
        presets.SuggestAsync(typing, cancellationToken);
}
