using Arena.Core.Roster;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;
using Bot.Presentation.Leaderboards;
using Bot.Presentation.Roster;

namespace Bot.Commands.Roster;

/// <summary><c>/model remove</c>: asks first, and says what goes and what stays.</summary>
internal sealed class ModelRemove(RosterService roster, RosterKeeping keeping, Access access) : ISubcommand, IButtons
{
    public string Parent => "model";

    public CommandOption Definition { get; } = CommandOption.Subcommand(
        "remove", "Take a model off the roster and the boards; asks first", RosterTarget.Option);

    public IReadOnlyCollection<string> Verbs { get; } = [ButtonIds.RemoveModel, ButtonIds.DeleteModel, ButtonIds.KeepModel];

    public Task<string?> RefusalAsync(Interaction interaction, CancellationToken cancellationToken) =>
        access.RosterRefusalAsync(interaction, cancellationToken);

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        var tag = RosterTarget.Of(command);
        if (await roster.FindAsync(tag, cancellationToken) is { } model)
            await reply.SayAsync(RosterSentences.AskToRemove(model), cancellationToken);
        else
            await reply.WhisperAsync(RosterSentences.NotOnRoster(tag, roster), cancellationToken);
    }

    public Task<IReadOnlyList<OptionChoice>> SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken) =>
        Task.FromResult(roster.Suggest(typing, _ => true));

    public async Task PressAsync(Interaction.Button button, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (await access.RosterRefusalAsync(button, cancellationToken) is { } refusal)
        {
            await reply.WhisperAsync(refusal, cancellationToken);
            return;
        }

        await reply.TouchAsync(cancellationToken);
        await reply.ConcludeAsync(await AnswerAsync(button, verb, subject, cancellationToken), cancellationToken);
    }

    private async Task<string> AnswerAsync(Interaction.Button button, string verb, string subject, CancellationToken cancellationToken)
    {
        if (ModelKey.Find(await roster.ListAsync(cancellationToken), subject) is not { } model)
            return ErrorText.ModelGone;
        if (verb == ButtonIds.KeepModel)
            return RosterSentences.Kept(model);
        var fromDisks = verb == ButtonIds.DeleteModel;
        return await keeping.RemoveAsync(model.Tag, fromDisks, button.Member.Id, cancellationToken) is RosterResult.Done done
            ? RosterSentences.Removed(done.Model, fromDisks)
            : ErrorText.ModelGone;
    }
}
