using Bot.Discord.Interactions;
using Bot.Discord.Registration;

namespace Bot.Commands.Roster;

/// <summary><c>/model pull</c>.</summary>
internal sealed class ModelPull(PullStarter pulls, Access access) : ISubcommand
{
    private const string Tag = "model";
    private const string Add = "add";

    public string Parent => "model";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "pull", "Fetch a model to the node; its progress is shown here",
        CommandOption.Text(Tag, "Tag in Ollama's registry, such as qwen2.5:7b").Required(),
        CommandOption.Flag(Add, "Put it on the roster when it is there (yes, unless you say no)"));

    public Task<string?> RefusalAsync(Interaction interaction, CancellationToken cancellationToken) =>
        access.RosterRefusalAsync(interaction, cancellationToken);

    public Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken) => pulls.StartAsync(
        command, command.Options.Text(Tag) ?? "", command.Options.Flag(Add) ?? true, suggestion: null, reply, cancellationToken);
}
