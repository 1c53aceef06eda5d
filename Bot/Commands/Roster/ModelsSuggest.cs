using Arena.Core.Roster;
using Bot.Commands.Prompts;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;

namespace Bot.Commands.Roster;

/// <summary><c>/models suggest</c>: a model onto the list of those who care for the roster.</summary>
internal sealed class ModelsSuggest(SuggestionDesk desk, Suggesting suggesting) : ISubcommand
{
    private const string Tag = "model";
    private const string Note = "note";
    private const int LongestNote = 300;

    public string Parent => "models";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "suggest", "Suggest a model for the roster; moderators decide",
        CommandOption.Text(Tag, "Tag as Ollama knows it, such as qwen2.5:7b").Required(),
        CommandOption.Text(Note, "Why it would be good to have").WithLength(max: LongestNote));

    public Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken) => suggesting.RunAsync(
        command, reply,
        () => desk.SuggestModelAsync(
            command.Server!.Value, command.Channel.Id, command.Member.Id, command.Options.Text(Tag) ?? "", command.Options.Text(Note), cancellationToken),
        cancellationToken);
}
