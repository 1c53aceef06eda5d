using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Arena.Core.Integrity;
using Bot.Commands.Moderation;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;
using Bot.Presentation.Battles;

namespace Bot.Commands.Battles;

/// <summary><b>Report battle</b>: a menu asks what, a form why; then it is out of sight until a moderator has looked.</summary>
internal sealed class ReportCommand(BattleDesk battles, ReportDesk reports, BanDesk bans, WatchNotices notices) : IMessageCommand, IMenus, IForms
{
    public CommandDefinition Definition { get; } = CommandDefinition.OnMessage("Report battle");

    IReadOnlyCollection<string> IMenus.Verbs { get; } = [ButtonIds.Report];

    IReadOnlyCollection<string> IForms.Verbs { get; } = [ButtonIds.ReportWhy];

    public async Task RunAsync(Interaction.MessageCommand command, Reply reply, CancellationToken cancellationToken)
    {
        if (await battles.FindTargetAsync(command, cancellationToken) is not { } battle)
            await reply.WhisperAsync(ErrorText.NotABattle, cancellationToken);
        else if (battle.State is not (BattleState.Voting or BattleState.Settled) || battle.AreTextsDropped)
            await reply.WhisperAsync(ReportMessage.NotVotable(battle.State), cancellationToken);
        else if (await IsBannedAsync(command, cancellationToken))
            await reply.WhisperAsync(ReportMessage.Banned, cancellationToken);
        else
            await reply.SayAsync(ReportMessage.Ask(battle), cancellationToken);
    }

    public async Task ChooseAsync(Interaction.Select select, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (await battles.FindAsync(select, ButtonIds.ParseBattle(subject), cancellationToken) is not { Id: var battle })
            await reply.WhisperAsync(ErrorText.BattleUnknown, cancellationToken);
        else if (select.Values is not [var choice] || ReportMessage.Read(choice) is null)
            await reply.WhisperAsync(ErrorText.UnknownChoice, cancellationToken);
        else
            await reply.AskAsync(ReportMessage.AskWhy(battle, choice), cancellationToken);
    }

    public async Task SubmitAsync(Interaction.ModalSubmit form, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        var (battle, choice) = ButtonIds.Split(subject);
        if (await battles.FindAsync(form, ButtonIds.ParseBattle(battle), cancellationToken) is not { Id: var id })
            await reply.RefuseAsync(ErrorText.BattleUnknown, cancellationToken);
        else if (ReportMessage.Read(choice) is not { } parts)
            await reply.RefuseAsync(ErrorText.UnknownChoice, cancellationToken);
        else if (await IsBannedAsync(form, cancellationToken))
            await reply.RefuseAsync(ReportMessage.Banned, cancellationToken);
        else
            await ReportAsync(new ReportRequest(form.Server!.Value, id, parts, ReadReason(form), form.Member.Id), reply, cancellationToken);
    }

    private async Task ReportAsync(ReportRequest request, Reply reply, CancellationToken cancellationToken)
    {
        await reply.ThinkQuietlyAsync(cancellationToken);
        var result = await reports.ReportAsync(request, cancellationToken);
        if (result is not ReportResult.Reported reported)
        {
            await reply.RefuseAsync(Sentence(result), cancellationToken);
            return;
        }

        await reply.WhisperAsync(ReportMessage.Done, cancellationToken);
        if (reported.Case.Message is null)
            await notices.TellAsync(cancellationToken);
        else
            await notices.ShowAsync(reported.Case, cancellationToken);
    }

    private static string Sentence(ReportResult result) => result switch
    {
        ReportResult.AlreadyReported => ReportMessage.AlreadyReported,
        ReportResult.AlreadyJudged judged => ReportMessage.Judged(judged.State),
        ReportResult.NotVotable not => ReportMessage.NotVotable(not.State),
        ReportResult.TooMany many => ReportMessage.TooMany(many.Limit),
        _ => ErrorText.BattleUnknown,
    };

    private static string? ReadReason(Interaction.ModalSubmit form)
    {
        var reason = form.Fields.GetValueOrDefault(ReportMessage.Reason)?.Trim();
        return string.IsNullOrEmpty(reason) ? null : reason[..Math.Min(reason.Length, ReportMessage.LongestReason)];
    }

    private Task<bool> IsBannedAsync(Interaction interaction, CancellationToken cancellationToken) =>
        bans.IsBannedAsync(interaction.Server!.Value, interaction.Member.Id, cancellationToken);
}
