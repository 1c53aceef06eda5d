using Arena.Core.Roster;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;

namespace Bot.Commands.Prompts;

/// <summary><c>/model suggestions</c> and <c>/prompt suggestions</c>: what members put on the moderators' list.</summary>
/// <param name="parent"><c>model</c> or <c>prompt</c>.</param>
internal sealed class SuggestionsOf(string parent, SuggestionKind kind, SuggestionList list) : ISubcommand
{
    public string Parent => parent;

    public CommandOption Definition { get; } = CommandOption.Subcommand("suggestions", $"Decide about the {parent}s that members suggest");

    public Task<string?> RefusalAsync(Interaction interaction, CancellationToken cancellationToken) =>
        list.RefusalAsync(kind, interaction, cancellationToken);

    public Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken) =>
        list.ShowAsync(kind, command, reply, cancellationToken);
}
