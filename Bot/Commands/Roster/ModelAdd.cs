using Arena.Core.Inference;
using Arena.Core.Roster;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Registration;
using Bot.Presentation.Roster;

namespace Bot.Commands.Roster;

/// <summary><c>/model add</c>.</summary>
internal sealed class ModelAdd(RosterService roster, PullDesk pulls, Fleet fleet, Access access) : ISubcommand
{
    private const string Tag = "model";

    /// <summary>Discord waits three seconds for suggestions; nodes that do not answer in time have none.</summary>
    private static readonly TimeSpan SuggestionBound = TimeSpan.FromSeconds(1.5);

    public string Parent => "model";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "add", "Put a model on the roster, or back on it",
        CommandOption.Text(Tag, "Tag as Ollama knows it, such as qwen2.5:7b").Required().WithAutocomplete());

    public Task<string?> RefusalAsync(Interaction interaction, CancellationToken cancellationToken) =>
        access.RosterRefusalAsync(interaction, cancellationToken);

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        await reply.ThinkQuietlyAsync(cancellationToken);
        var result = await roster.AddAsync(command.Options.Text(Tag) ?? "", command.Member.Id, cancellationToken);
        await reply.SayAsync(
            result is AddResult.UnknownToNodes unknown
                ? await OfferAsync(unknown, cancellationToken)
                : OutgoingMessage.Whisper(AddSentences.Of(result)),
            cancellationToken);
    }

    private async Task<OutgoingMessage> OfferAsync(AddResult.UnknownToNodes unknown, CancellationToken cancellationToken) =>
        await pulls.FindRunningAsync(unknown.Tag, cancellationToken) is { } pull
            ? PullSentences.Of(new StartPullResult.AlreadyRunning(pull))!
            : PullSentences.Offer(unknown.Tag, unknown.DidYouMean);

    public async Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken) =>
        typing.Options.Focused is { } focused ? ModelSuggestions.For(focused.Typed, await AddableAsync(cancellationToken)) : [];

    private async Task<IEnumerable<string>> AddableAsync(CancellationToken cancellationToken)
    {
        var playing = roster.Current.Where(model => model.CanPlay).Select(model => model.Tag).ToHashSet(StringComparer.Ordinal);
        try
        {
            var hosted = await fleet.ModelsAsync(cancellationToken).WaitAsync(SuggestionBound, cancellationToken);
            return hosted.Where(model => model.CanChat && !playing.Contains(model.Tag)).Select(model => model.Tag);
        }
        catch (Exception e) when (e is ModelHostException or TimeoutException)
        {
            return roster.Current.Where(model => !model.CanPlay).Select(model => model.Tag);
        }
    }
}
