using Arena.Core.Roster;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation.Roster;

namespace Bot.Commands.Roster;

/// <summary><c>/model play</c>: undoes <c>/model bench</c>.</summary>
internal sealed class ModelPlay(RosterService roster, RosterKeeping keeping) : ISubcommand
{
    public string Parent => "model";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "play", "Let a model play in this server again", RosterTarget.Option);

    public Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken) => RosterTarget.ChangeAsync(
        reply, keeping.PlayAsync(command.Server!.Value, RosterTarget.Of(command), command.Member.Id, cancellationToken), RosterSentences.PlaysHere,
        RosterSentences.PlaysHereAlready, cancellationToken);

    public async Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken)
    {
        var benched = await roster.BenchedInAsync(typing.Server!.Value, cancellationToken);
        return roster.Suggest(typing, model => benched.Contains(model.Tag));
    }
}
