using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Arena.Core.Servers;
using Bot.Discord.Interactions;
using Bot.Presentation;
using Bot.Presentation.Battles;

namespace Bot.Commands.Battles;

/// <summary>The four buttons of a secret ballot. What a press did is told to who pressed, and to nobody else.</summary>
internal sealed class BallotButtons(BattleDesk desk, BallotBox box, BallotPresses presses, ServerSettingsBook settings) : IButtons
{
    public IReadOnlyCollection<string> Verbs { get; } = [ButtonIds.Vote];

    public async Task PressAsync(Interaction.Button button, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (ButtonIds.ParseVote(subject) is not { } vote)
        {
            await reply.WhisperAsync(ErrorText.BattleUnknown, cancellationToken);
            return;
        }

        // A press that Discord did not take in time has failed to the member, so it is no vote.
        var acknowledged = reply.ThinkQuietlyAsync(cancellationToken);
        var voting = presses.TakeAsync(vote.Battle, button.Member.Id, vote.Choice, async () =>
        {
            await acknowledged;
            return await VoteAsync(button, vote.Battle, vote.Choice, cancellationToken);
        });
        await acknowledged;
        await reply.WhisperAsync(BallotSentences.Of(await voting, button.Member, settings.Of(button.Server!.Value)), cancellationToken);
    }

    private async Task<CastResult> VoteAsync(Interaction.Button button, BattleId battle, Choice choice, CancellationToken cancellationToken) =>
        await desk.FindAsync(button, battle, cancellationToken) is not null
            ? await box.ChooseAsync(battle, new Voter(button.Member.Id, button.Member.JoinedAt), choice, cancellationToken)
            : new CastResult.NoSuchBattle();
}
