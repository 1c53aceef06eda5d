using Arena.Core.Battles;
using Arena.Core.Battles.Generating;
using Arena.Core.Battles.Starting;
using Arena.Core.Servers;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Presentation;
using Bot.Presentation.Battles;

namespace Bot.Commands.Battles;

/// <summary><b>Ask further</b> beside Reveal, and the form that it opens. Everything is looked at twice: at the press, and again when the question is sent.</summary>
internal sealed class FollowUpForm(BattleDesk battles, FollowUpDesk desk, ServerSettingsBook settings, BallotLanes ballots, Access access) : IButtons, IForms
{
    IReadOnlyCollection<string> IButtons.Verbs { get; } = [ButtonIds.AskFurther, ButtonIds.EditQuestion];

    IReadOnlyCollection<string> IForms.Verbs { get; } = [ButtonIds.AskFurther];

    public async Task PressAsync(Interaction.Button button, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (await battles.FindAsync(button, ButtonIds.ParseBattle(subject), cancellationToken) is not { } battle)
        {
            await reply.WhisperAsync(ErrorText.BattleUnknown, cancellationToken);
            return;
        }

        var written = verb == ButtonIds.EditQuestion ? WrittenText.In(button.Message) : null;
        if (await desk.ObjectionAsync(battle, button.Member.Id, access.IsModerator(button), cancellationToken) is { } objection)
            await reply.WhisperAsync(Sentence(objection), cancellationToken);
        else
            await reply.AskAsync(FollowUpSentences.Ask(battle, settings.Of(battle.Server).MaxPromptCharacters, written), cancellationToken);
    }

    public async Task SubmitAsync(Interaction.ModalSubmit form, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (ButtonIds.ParseQuestion(subject) is not { } asked || form.Message is not { } message
            || await battles.FindAsync(form, asked.Battle, cancellationToken) is not { } battle)
        {
            await reply.RefuseAsync(ErrorText.BattleUnknown, cancellationToken);
            return;
        }

        await reply.TouchAsync(cancellationToken);
        // Reactions that came before the question count, though they may still be on their way to the disk.
        await ballots.SettleDownAsync(cancellationToken);
        var written = FollowUpSentences.Written(form.Fields);
        var result = await desk.AskAsync(battle.Id, asked.Turn, form.Member.Id, access.IsModerator(form), written, cancellationToken);
        // It was written under the battle, or once more under the refusal of the first try, which is then no longer true.
        var again = WrittenText.In(message) is not null;
        if (result is not FollowUpResult.Asked)
        {
            var refused = FollowUpSentences.Refused(battle.Id, Sentence(result), WrittenText.Kept(written), MayEdit(result));
            await (again ? reply.EditTouchedAsync(refused.AsEdit(), cancellationToken) : reply.SayAsync(refused, cancellationToken));
        }
        else if (again)
        {
            await reply.EditTouchedAsync(OutgoingMessage.Whisper(FollowUpSentences.Asked).AsEdit(), cancellationToken);
        }
        else
        {
            await reply.TakeBackAsync(cancellationToken);                    // the message shows it
        }
    }

    /// <summary>Whether another wording, or some patience, may help.</summary>
    private static bool MayEdit(FollowUpResult result) =>
        result is FollowUpResult.AnotherTurn or FollowUpResult.GoneOn or FollowUpResult.Refused { Why: not StartResult.Banned };

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
