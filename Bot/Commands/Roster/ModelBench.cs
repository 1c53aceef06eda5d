using Arena.Core.Roster;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation.Roster;

namespace Bot.Commands.Roster;

/// <summary><c>/model bench</c>: every server's moderators choose among the models of the roster.</summary>
internal sealed class ModelBench(RosterService roster, RosterKeeping keeping) : ISubcommand
{
    public string Parent => "model";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "bench", "Keep a model of the roster from playing in this server", RosterTarget.Option);

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        var server = command.Server!.Value;
        await reply.ThinkQuietlyAsync(cancellationToken);
        var sentence = await keeping.BenchAsync(server, RosterTarget.Of(command), command.Member.Id, cancellationToken) switch
        {
            RosterResult.Done done => RosterSentences.BenchedHere(
                done.Model, (await roster.PlayableAsync(server, ageRestricted: false, cancellationToken)).Count),
            RosterResult.Unchanged same => RosterSentences.BenchedHereAlready(same.Model),
            var refused => RosterSentences.Refusal(refused),
        };
        await reply.WhisperAsync(sentence, cancellationToken);
    }

    public async Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken)
    {
        var benched = await roster.BenchedInAsync(typing.Server!.Value, cancellationToken);
        return roster.Suggest(typing, model => !benched.Contains(model.Tag));
    }
}
