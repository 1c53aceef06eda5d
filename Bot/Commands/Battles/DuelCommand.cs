using Arena.Core.Roster;
using Bot.Commands.Roster;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;

namespace Bot.Commands.Battles;

/// <summary><c>/duel</c>: one prompt, two models that the member names.</summary>
internal sealed class DuelCommand(BattleStarter starter, RosterService roster, PresetChoices presets) : ISlashCommand
{
    private const string ModelA = "model_a";
    private const string ModelB = "model_b";
    private const string Prompt = "prompt";

    public CommandDefinition Definition { get; } = CommandDefinition.Slash(
        "duel",
        "Give one prompt to two models you name, side by side; nobody votes and no rating moves",
        CommandOption.Text(ModelA, "Tag of a model on the roster").Required().WithAutocomplete(),
        CommandOption.Text(ModelB, "Tag of another").Required().WithAutocomplete(),
        CommandOption.Text(Prompt, "What both models answer").Required(),
        PresetChoices.Define());

    public Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        var options = command.Options;
        return starter.StartDuelAsync(
            command, options.Text(ModelA) ?? "", options.Text(ModelB) ?? "", options.Text(Prompt) ?? "", PresetChoices.Given(options), reply,
            cancellationToken);
    }

    /// <summary>All models, retired ones too: a duel moves no rating. Not the one that is named already.</summary>
    public async Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken)
    {
        if (typing.Options.Focused is not { } focused)
            return [];
        if (focused.Name == PresetChoices.Option)
            return await presets.SuggestAsync(typing, cancellationToken);
        var other = typing.Options.Text(focused.Name == ModelA ? ModelB : ModelA);
        return ModelSuggestions.For(focused.Typed, roster.Current.Select(model => model.Tag).Where(tag => tag != other));
    }
}
