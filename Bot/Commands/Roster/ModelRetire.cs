using Arena.Core.Roster;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation.Roster;

namespace Bot.Commands.Roster;

/// <summary><c>/model retire</c>.</summary>
internal sealed class ModelRetire(RosterService roster, RosterKeeping keeping, Access access) : ISubcommand
{
    public string Parent => "model";

    public CommandOption Definition { get; } =
        CommandOption.Subcommand("retire", "Take a model out of play; it keeps its rating", RosterTarget.Option);

    public Task<string?> RefusalAsync(Interaction interaction, CancellationToken cancellationToken) =>
        access.RosterRefusalAsync(interaction, cancellationToken);

    public Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken) => RosterTarget.ChangeAsync(
        reply, keeping.RetireAsync(RosterTarget.Of(command), command.Member.Id, cancellationToken), RosterSentences.Retired,
        RosterSentences.RetiredAlready, cancellationToken);

    public Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken) =>
        Task.FromResult(roster.Suggest(typing, model => model.Status != ModelStatus.Retired));
}
