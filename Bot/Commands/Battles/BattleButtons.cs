using Arena.Core.Battles;
using Bot.Discord.Interactions;
using Bot.Presentation;
using Bot.Presentation.Battles;

namespace Bot.Commands.Battles;

/// <summary>The buttons under a battle.</summary>
internal sealed class BattleButtons(BattleDesk desk, BattleStarter starter, BallotLanes ballots, Access access) : IButtons
{
    public IReadOnlyCollection<string> Verbs { get; } =
        [ButtonIds.Reveal, ButtonIds.Cancel, ButtonIds.NewBattle, ButtonIds.SamePrompt, ButtonIds.TryAgain];

    public async Task PressAsync(Interaction.Button button, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (verb == ButtonIds.NewBattle)
            await starter.StartRandomAsync(button, null, null, reply, cancellationToken);
        else if (await desk.FindAsync(button, ButtonIds.ParseBattle(subject), cancellationToken) is not { } battle)
            await reply.WhisperAsync(ErrorText.BattleUnknown, cancellationToken);
        else if (verb == ButtonIds.Reveal)
            await RevealAsync(button, battle, reply, cancellationToken);
        else if (verb == ButtonIds.Cancel)
            await CancelAsync(button, battle, reply, cancellationToken);
        else if (battle.IsPromptHidden)
            await reply.WhisperAsync(ReportMessage.HiddenPrompt, cancellationToken);
        else
            await starter.StartAgainAsync(button, battle, reply, cancellationToken);
    }

    private async Task RevealAsync(Interaction.Button button, Battle battle, Reply reply, CancellationToken cancellationToken)
    {
        await reply.TouchAsync(cancellationToken);
        // Reactions that came before the press count, though they may still be on their way to the disk.
        await ballots.SettleDownAsync(cancellationToken);
        var sentence = await desk.RevealAsync(battle.Id, button.Member.Id, access.IsModerator(button), cancellationToken) switch
        {
            RevealResult.NotYours => ErrorText.RevealNotYours,
            RevealResult.NotVoting closed => ErrorText.NotVoting(closed.State),
            RevealResult.TooFewBallots few => ErrorText.TooFewBallots(battle.IsSecret ? null : few.Have, few.Need),
            RevealResult.Unknown => ErrorText.BattleUnknown,
            _ => null,                                                       // revealed: the message shows it
        };
        await reply.WhisperUnlessShownAsync(sentence, cancellationToken);
    }

    private async Task CancelAsync(Interaction.Button button, Battle battle, Reply reply, CancellationToken cancellationToken)
    {
        await reply.TouchAsync(cancellationToken);
        var sentence = await desk.CancelAsync(battle.Id, button.Member.Id, access.IsModerator(button), cancellationToken) switch
        {
            CancelResult.NotYours => ErrorText.CancelNotYours,
            CancelResult.NotWaiting late => ErrorText.NotWaiting(late.State),
            CancelResult.Unknown => ErrorText.BattleUnknown,
            _ => null,                                                       // cancelled: the message shows it
        };
        await reply.WhisperUnlessShownAsync(sentence, cancellationToken);
    }
}
