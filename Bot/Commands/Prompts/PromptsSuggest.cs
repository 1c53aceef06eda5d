using Arena.Core.Prompts;
using Arena.Core.Roster;
using Arena.Core.Servers;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;

namespace Bot.Commands.Prompts;

/// <summary><c>/prompts suggest</c>: a prompt onto the list of the server's moderators.</summary>
internal sealed class PromptsSuggest(SuggestionDesk desk, Suggesting suggesting, ServerSettingsBook settings) : ISubcommand
{
    private const string Text = "text";
    private const string Category = "category";

    public string Parent => "prompts";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "suggest", "Suggest a prompt for this server's library; its moderators decide",
        CommandOption.Text(Text, "What both models are to answer").Required(),
        CommandOption.Text(Category, "What it is about").WithChoices(PromptCategories.All));

    public Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken) => suggesting.RunAsync(
        command, reply,
        () => desk.SuggestPromptAsync(
            command.Server!.Value, command.Channel.Id, command.Member.Id, command.Options.Text(Text) ?? "", command.Options.Text(Category),
            settings.Of(command.Server!.Value).MaxPromptCharacters, cancellationToken),
        cancellationToken);
}
