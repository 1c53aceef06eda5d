using Arena.Core.Battles;
using Arena.Core.Battles.Generating;
using Arena.Core.Battles.Starting;
using Arena.Core.Servers;
using Bot.Discord.Interactions;
using Bot.Presentation;

namespace Bot.Commands;

/// <summary><b>Ask further</b> beside Reveal, and the form that it opens. Everything is looked at twice: at the press, and again when the question is sent.</summary>
internal sealed class FollowUpForm(BattleDesk battles, FollowUpDesk desk, ServerSettingsBook settings, BallotLanes ballots, Access access) : IButtons, IForms
{
    public IReadOnlyCollection<string> Verbs { get; } = [ButtonIds.AskFurther];

    public async Task PressAsync(Interaction.Button button, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (await battles.FindAsync(button, ButtonIds.ParseBattle(subject), cancellationToken) is not { } battle)
            await reply.WhisperAsync(ErrorText.BattleUnknown, cancellationToken);
        else if (await desk.ObjectionAsync(battle, button.Member.Id, access.IsModerator(button), cancellationToken) is { } objection)
            await reply.WhisperAsync(Sentence(objection), cancellationToken);
        else
            await reply.AskAsync(FollowUpSentences.Ask(battle, settings.Of(battle.Server).MaxPromptCharacters), cancellationToken);
    }

    public async Task SubmitAsync(Interaction.ModalSubmit form, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (ButtonIds.ParseQuestion(subject) is not { } asked || form.Message is null
            || await battles.FindAsync(form, asked.Battle, cancellationToken) is not { } battle)
        {
            await reply.WhisperAsync(ErrorText.BattleUnknown, cancellationToken);
            return;
        }

        await reply.TouchAsync(cancellationToken);
        // Reactions that came before the question count, though they may still be on their way to the disk.
        await ballots.SettleDownAsync(cancellationToken);
        var result = await desk.AskAsync(
            battle.Id, asked.Turn, form.Member.Id, access.IsModerator(form), FollowUpSentences.Written(form.Fields), cancellationToken);
        await (result is FollowUpResult.Asked
            ? reply.TakeBackAsync(cancellationToken)                         // the message shows it
            : reply.WhisperAsync(Sentence(result), cancellationToken));
    }

    private static string Sentence(FollowUpResult result) => result switch
    {
        FollowUpResult.Unknown => ErrorText.BattleUnknown,
        FollowUpResult.NotYours => FollowUpSentences.NotYours,
        FollowUpResult.NotVoting closed => ErrorText.NotVoting(closed.State),
        FollowUpResult.AnotherTurn => FollowUpSentences.AnotherTurn,
        FollowUpResult.GoneOn => FollowUpSentences.GoneOn,
        FollowUpResult.NoFurtherTurn no => FollowUpSentences.NoFurtherTurn(no.Allowed),
        FollowUpResult.VotedAlready => FollowUpSentences.VotedAlready,
        FollowUpResult.Refused { Why: StartResult.PromptEmpty } => FollowUpSentences.Empty,
        FollowUpResult.Refused { Why: StartResult.NoRoomForAnswer full } => FollowUpSentences.NoRoom(full.Context),
        FollowUpResult.Refused refused => BattleStarter.Refusal(refused.Why),
        _ => throw new InvalidOperationException($"No sentence for {result.GetType().Name}."),
    };
}
