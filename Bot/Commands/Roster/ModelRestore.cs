using Arena.Core.Inference;
using Arena.Core.Roster;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;
using Bot.Presentation.Leaderboards;
using Bot.Presentation.Roster;

namespace Bot.Commands.Roster;

/// <summary><c>/model restore</c>, and the button that does the same below the notice of a benching.</summary>
internal sealed class ModelRestore(RosterService roster, RosterKeeping keeping, Fleet fleet, Access access) : ISubcommand, IButtons
{
    public string Parent => "model";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "restore", "Let a model play again that is retired, flagged or benched", RosterTarget.Option);

    public IReadOnlyCollection<string> Verbs { get; } = [ButtonIds.RestoreModel];

    public Task<string?> RefusalAsync(Interaction interaction, CancellationToken cancellationToken) =>
        access.RosterRefusalAsync(interaction, cancellationToken);

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        await reply.ThinkQuietlyAsync(cancellationToken);
        await reply.WhisperAsync(await RestoreAsync(RosterTarget.Of(command), command.Member.Id, cancellationToken), cancellationToken);
    }

    public Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken) =>
        Task.FromResult(roster.Suggest(typing, model => !model.CanPlay));

    public async Task PressAsync(Interaction.Button button, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (await access.RosterRefusalAsync(button, cancellationToken) is { } refusal)
        {
            await reply.WhisperAsync(refusal, cancellationToken);
            return;
        }

        if (ModelKey.Find(await roster.ListAsync(cancellationToken), subject) is not { } model)
        {
            await reply.WhisperAsync(ErrorText.ModelGone, cancellationToken);
            return;
        }

        await reply.TouchAsync(cancellationToken);
        var sentence = await RestoreAsync(model.Tag, button.Member.Id, cancellationToken);
        await reply.ConcludeAsync($"{button.Message.Content}\n{sentence}", cancellationToken);
    }

    private async Task<string> RestoreAsync(string tag, MemberId by, CancellationToken cancellationToken) =>
        await keeping.RestoreAsync(tag, by, cancellationToken) switch
        {
            RosterResult.Done done => RosterSentences.Restored(done.Model, await fleet.FindAsync(done.Model.Tag, cancellationToken) is ModelLookup.Missing),
            RosterResult.Unchanged same => RosterSentences.PlaysAlready(same.Model),
            var refused => RosterSentences.Refusal(refused),
        };
}
