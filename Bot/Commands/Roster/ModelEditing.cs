using Arena.Core.Roster;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;
using Bot.Presentation.Roster;

namespace Bot.Commands.Roster;

/// <summary><c>/model edit</c>.</summary>
internal sealed class ModelEditing(RosterService roster, RosterKeeping keeping, Access access) : ISubcommand
{
    private const string Kind = "kind";
    private const string Name = "name";
    private const string AgeRestricted = "age_restricted";

    private static readonly ModelKind[] Kinds =
        [ModelKind.Pretrained, ModelKind.FineTuned, ModelKind.Instruct, ModelKind.RlTuned, ModelKind.Unknown];

    public string Parent => "model";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "edit", "Say what a model is: its kind, its name on boards, whether it is age-restricted", RosterTarget.Option,
        CommandOption.Text(Kind, "How it was trained last").WithChoices([.. Kinds.Select(kind => OptionChoice.Of(RosterSentences.Kind(kind), kind.ToString()))]),
        CommandOption.Text(Name, "What boards call it; a single dash for its tag").WithLength(1, ModelEdit.LongestName),
        CommandOption.Flag(AgeRestricted, "Plays in age-restricted channels only"));

    public Task<string?> RefusalAsync(Interaction interaction, CancellationToken cancellationToken) =>
        access.RosterRefusalAsync(interaction, cancellationToken);

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        var options = command.Options;
        var kind = Kinds.Where(known => known.ToString() == options.Text(Kind)).Select(known => (ModelKind?)known).FirstOrDefault();
        if (options.Text(Kind) is not null && kind is null)
        {
            await reply.WhisperAsync(ErrorText.BadOption(Kind), cancellationToken);
            return;
        }

        var name = options.Text(Name)?.Trim() is "-" ? "" : options.Text(Name);
        var edit = new ModelEdit(kind, name, options.Flag(AgeRestricted));
        await RosterTarget.ChangeAsync(
            reply, keeping.EditAsync(RosterTarget.Of(command), edit, command.Member.Id, cancellationToken), RosterSentences.Edited,
            RosterSentences.EditedAlready, cancellationToken);
    }

    public Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken) =>
        Task.FromResult(roster.Suggest(typing, _ => true));
}
