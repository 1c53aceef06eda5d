using Arena.Core.Prompts;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;
using Bot.Presentation.Prompts;

namespace Bot.Commands.Prompts;

/// <summary><c>/prompt remove</c>: takes out one of the server's prompts, or hides one of the operator's.</summary>
internal sealed class PromptRemove(ServerPrompts prompts) : ISubcommand
{
    private const string Prompt = "prompt";
    private const int MostChoices = 25;
    private const int LongestLabel = 100;

    public string Parent => "prompt";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "remove", "Take a prompt out of this server's library; one of the operator's is hidden here",
        CommandOption.Text(Prompt, "Some of its text, or its short id").Required().WithAutocomplete());

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        var result = await prompts.RemoveAsync(
            command.Server!.Value, command.Member.Id, command.Options.Text(Prompt) ?? "", cancellationToken);
        await reply.WhisperAsync(PromptSentences.Of(result), cancellationToken);
    }

    public async Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken)
    {
        if (typing.Options.Focused is not { } focused)
            return [];
        var typed = PromptKey.Of(focused.Typed);
        return
        [
            .. (await prompts.ListAsync(typing.Server!.Value, cancellationToken))
                .Where(one => one.Id == focused.Typed.Trim() || PromptKey.Of(one.Prompt.Text).Contains(typed, StringComparison.Ordinal))
                .Take(MostChoices)
                .Select(one => OptionChoice.Of(Label(one), one.Id)),
        ];
    }

    private static string Label(ServerPrompt one) =>
        TextBox.Plain($"{(one.IsOwn ? "" : "operator's: ")}{SafeCharacters.Clean(one.Prompt.Text).ReplaceLineEndings(" ")}", LongestLabel);
}
