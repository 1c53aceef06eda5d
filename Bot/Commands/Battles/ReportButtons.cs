using Arena.Core.Battles;
using Arena.Core.Integrity;
using Bot.Discord.Interactions;
using Bot.Presentation;
using Bot.Presentation.Battles;

namespace Bot.Commands.Battles;

/// <summary>The buttons under a notice of reports. For moderators, at every press.</summary>
internal sealed class ReportButtons(ReportDesk desk, Access access) : IButtons
{
    public IReadOnlyCollection<string> Verbs { get; } = [ButtonIds.ReportLook, ButtonIds.ReportShow, ButtonIds.ReportHide];

    public async Task PressAsync(Interaction.Button button, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (!access.IsModerator(button))
            await reply.WhisperAsync(ErrorText.OnlyModerators, cancellationToken);
        else if (ButtonIds.ParseBattle(subject) is not { } id || await FindAsync(button, id, cancellationToken) is not { } reported)
            await reply.WhisperAsync(ReportMessage.NothingReported, cancellationToken);
        else if (verb == ButtonIds.ReportLook)
            await reply.SayAsync(ReportMessage.Texts(
                reported, await desk.QuestionsAsync(reported, cancellationToken), await desk.AnswersAsync(reported, cancellationToken)), cancellationToken);
        else
            await JudgeAsync(button, id, verb == ButtonIds.ReportHide, reply, cancellationToken);
    }

    private async Task JudgeAsync(Interaction.Button button, BattleId battle, bool hide, Reply reply, CancellationToken cancellationToken)
    {
        await reply.TouchAsync(cancellationToken);
        switch (await desk.JudgeAsync(button.Server!.Value, battle, hide, button.Member.Id, cancellationToken))
        {
            case JudgeResult.Judged judged:
                await reply.EditTouchedAsync(ReportMessage.Notice(judged.Case).AsEdit(), cancellationToken);
                break;
            case JudgeResult.Already already:
                await reply.EditTouchedAsync(ReportMessage.Notice(already.Case).AsEdit(), cancellationToken);
                await reply.WhisperAsync(ReportMessage.Already(already.Case), cancellationToken);
                break;
            default:
                await reply.WhisperAsync(ReportMessage.NothingReported, cancellationToken);
                break;
        }
    }

    private async Task<ReportCase?> FindAsync(Interaction.Button button, BattleId battle, CancellationToken cancellationToken) =>
        await desk.FindAsync(battle, cancellationToken) is { } reported && reported.Battle.Server == button.Server ? reported : null;
}
