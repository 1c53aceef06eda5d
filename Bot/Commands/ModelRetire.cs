using Arena.Core.Roster;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Registration;
using Bot.Presentation;

namespace Bot.Commands;

/// <summary><c>/model retire</c>.</summary>
internal sealed class ModelRetire(RosterService roster, Access access) : ISubcommand
{
    private const string Tag = "model";

    public string Parent => "model";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "retire", "Take a model out of play; it keeps its rating",
        CommandOption.Text(Tag, "Tag of a model on the roster").Required().WithAutocomplete());

    public Task<string?> RefusalAsync(Interaction interaction, CancellationToken cancellationToken) =>
        access.RosterRefusalAsync(interaction, cancellationToken);

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        await reply.ThinkQuietlyAsync(cancellationToken);
        var result = await roster.RetireAsync(command.Options.Text(Tag) ?? "", command.Member.Id, cancellationToken);
        await reply.SayAsync(OutgoingMessage.Whisper(Sentence(result)), cancellationToken);
    }

    public Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken) =>
        Task.FromResult(typing.Options.Focused is { } focused
            ? ModelSuggestions.For(focused.Typed, roster.Current.Where(model => model.Status != ModelStatus.Retired).Select(model => model.Tag))
            : []);

    private static string Sentence(RetireResult result) => result switch
    {
        RetireResult.Retired retired => $"**{ModelNames.Tag(retired.Model.Tag)}** plays no more. It keeps its rating; /model add brings it back.",
        RetireResult.AlreadyRetired already => $"**{ModelNames.Tag(already.Model.Tag)}** is retired already.",
        RetireResult.NotOnRoster unknown => ErrorText.UnknownModel(unknown.Tag, unknown.DidYouMean),
        _ => throw new InvalidOperationException($"No sentence for {result.GetType().Name}."),
    };
}
