using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Arena.Core.Servers;
using Bot.Discord.Interactions;
using Bot.Presentation;

namespace Bot.Commands;

/// <summary>The four buttons of a secret ballot. What a press did is told to who pressed, and to nobody else.</summary>
internal sealed class BallotButtons(BattleDesk desk, BallotBox box, ServerSettingsBook settings) : IButtons
{
    public IReadOnlyCollection<string> Verbs { get; } = [ButtonIds.Vote];

    public async Task PressAsync(Interaction.Button button, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (ButtonIds.ParseVote(subject) is not { } vote || await desk.FindAsync(button, vote.Battle, cancellationToken) is not { } battle)
        {
            await reply.WhisperAsync(ErrorText.BattleUnknown, cancellationToken);
            return;
        }

        await reply.ThinkQuietlyAsync(cancellationToken);
        var voter = new Voter(button.Member.Id, button.Member.JoinedAt);
        var result = await box.ChooseAsync(battle.Id, voter, vote.Choice, button.Id.CreatedAt, cancellationToken);
        await reply.WhisperAsync(BallotSentences.Of(result, button.Member, settings.Of(battle.Server)), cancellationToken);
    }
}
