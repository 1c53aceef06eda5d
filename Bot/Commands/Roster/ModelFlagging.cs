using Arena.Core.Roster;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation.Roster;

namespace Bot.Commands.Roster;

/// <summary><c>/model flag</c>.</summary>
internal sealed class ModelFlagging(RosterService roster, RosterKeeping keeping, Access access) : ISubcommand
{
    private const string Reason = "reason";
    private const string Link = "link";

    public string Parent => "model";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "flag", "Mark a model as contaminated or broken: it is shown with the mark and plays no more", RosterTarget.Option,
        CommandOption.Text(Reason, "Why, for all to read").Required().WithLength(1, ModelFlag.Longest),
        CommandOption.Text(Link, "Web address where more is said").WithLength(max: ModelFlag.Longest));

    public Task<string?> RefusalAsync(Interaction interaction, CancellationToken cancellationToken) =>
        access.RosterRefusalAsync(interaction, cancellationToken);

    public Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken) => RosterTarget.ChangeAsync(
        reply,
        keeping.FlagAsync(
            RosterTarget.Of(command), command.Options.Text(Reason), command.Options.Text(Link), command.Member.Id, cancellationToken),
        RosterSentences.Flagged, RosterSentences.FlaggedAlready, cancellationToken);

    public Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken) =>
        Task.FromResult(roster.Suggest(typing, model => model.Status != ModelStatus.Flagged));
}
