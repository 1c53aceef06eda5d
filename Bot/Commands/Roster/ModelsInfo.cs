using Arena.Core.Inference;
using Arena.Core.Leaderboards;
using Arena.Core.Roster;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation.Roster;

namespace Bot.Commands.Roster;

/// <summary><c>/models info</c>: what is known of one model.</summary>
internal sealed class ModelsInfo(RosterService roster, Fleet fleet, LeaderboardReader boards) : ISubcommand
{
    /// <summary>The card does not wait longer for the nodes; what it does not depend on them for is stored.</summary>
    private static readonly TimeSpan NodesBound = TimeSpan.FromSeconds(5);

    public string Parent => "models";

    public CommandOption Definition { get; } = CommandOption.Subcommand("info", "What is known of one model", RosterTarget.Option);

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        var (tag, server) = (RosterTarget.Of(command), command.Server!.Value);
        if (await roster.FindAsync(tag, cancellationToken) is not { } model)
        {
            await reply.WhisperAsync(RosterSentences.NotOnRoster(tag, roster), cancellationToken);
            return;
        }

        await reply.ThinkAsync(cancellationToken);
        var facts = new ModelFacts(
            model,
            await boards.ModelAsync(model.Tag, new Scope(server, null), cancellationToken),
            await roster.SpeedAsync(model.Tag, cancellationToken),
            await roster.TwinsAsync(model, cancellationToken),
            (await roster.BenchedInAsync(server, cancellationToken)).Contains(model.Tag),
            await IsHeldAsync(model.Tag, cancellationToken));
        await reply.SayAsync(ModelInfoMessage.Compose(facts), cancellationToken);
    }

    public Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken) =>
        Task.FromResult(roster.Suggest(typing, _ => true));

    private async Task<bool?> IsHeldAsync(string tag, CancellationToken cancellationToken)
    {
        try
        {
            return await fleet.FindAsync(tag, cancellationToken).WaitAsync(NodesBound, cancellationToken) switch
            {
                ModelLookup.Found => true,
                ModelLookup.Missing => false,
                _ => null,
            };
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
