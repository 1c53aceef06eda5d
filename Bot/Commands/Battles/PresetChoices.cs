using Arena.Core.Battles.Starting;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;
using Bot.Presentation.Battles;

namespace Bot.Commands.Battles;

/// <summary>The option that names a sampling preset, and what it offers while somebody types.</summary>
internal sealed class PresetChoices(PresetDesk presets)
{
    public const string Option = "preset";

    private const int Most = 25;
    private const int LongestLabel = 100;

    public static CommandOption Define() =>
        CommandOption.Text(Option, "How both models choose their words; left out, as this server usually does").WithAutocomplete();

    /// <summary>Null where none is given.</summary>
    public static string? Given(CommandOptions options) =>
        options.Text(Option) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>The server's presets whose names contain what is typed. Plain text: Discord shows no markdown in choices.</summary>
    /// <param name="ownOnly">Without those that every server has.</param>
    public async Task<IReadOnlyList<OptionChoice>> SuggestAsync(
        Interaction.Autocomplete typing, CancellationToken cancellationToken, bool ownOnly = false)
    {
        if (typing.Server is not { } server || typing.Options.Focused is not { } focused)
            return [];
        var typed = focused.Typed.Trim();
        return
        [
            .. (await presets.ListAsync(server, cancellationToken))
                .Where(preset => preset.Name.Contains(typed, StringComparison.OrdinalIgnoreCase) && !(ownOnly && PresetDesk.IsBuiltIn(preset.Name)))
                .Take(Most)
                .Select(preset => OptionChoice.Of(TextBox.Plain($"{preset.Name}: {PresetMessage.Values(preset)}", LongestLabel), preset.Name)),
        ];
    }
}
