using Arena.Core.Battles;
using Arena.Core.Battles.Generating;
using Arena.Core.Battles.Showing;

namespace Arena.Core.Integrity;

/// <summary>
/// Where members report what should not be shown, and moderators judge it. Whether somebody may is the caller's to know. Reported parts are
/// out of sight at once; the vote goes on.
/// </summary>
public sealed class ReportDesk
{
    /// <summary>A member's reports of one day that may wait for a moderator.</summary>
    public const int OpenReportsPerDay = 5;

    private readonly IReportStore _store;
    private readonly ITurnStore _turns;
    private readonly Announcer _announcer;
    private readonly TimeProvider _time;

    internal ReportDesk(IReportStore store, ITurnStore turns, Announcer announcer, TimeProvider time) =>
        (_store, _turns, _announcer, _time) = (store, turns, announcer, time);

    /// <summary>Stores a report and hides what it is about.</summary>
    /// <exception cref="DatabaseException">It could not be stored.</exception>
    public async Task<ReportResult> ReportAsync(ReportRequest request, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var result = await _store.AddAsync(request, OpenReportsPerDay, now.AddDays(-1), now, cancellationToken);
        if (result is ReportResult.Reported)
            _announcer.Tell(request.Battle);
        return result;
    }

    /// <summary>A moderator shows again what was reported, or keeps it hidden. Either may be changed later.</summary>
    /// <exception cref="DatabaseException">It could not be stored.</exception>
    public async Task<JudgeResult> JudgeAsync(ServerId server, BattleId battle, bool hide, MemberId by, CancellationToken cancellationToken)
    {
        var result = await _store.JudgeAsync(server, battle, hide, by, _time.GetUtcNow(), cancellationToken);
        if (result is JudgeResult.Judged)
            _announcer.Tell(battle);
        return result;
    }

    /// <summary>What was reported of a battle; null when nothing was.</summary>
    public Task<ReportCase?> FindAsync(BattleId battle, CancellationToken cancellationToken) => _store.FindAsync(battle, cancellationToken);

    /// <summary>The prompt and whatever was asked further, for moderators.</summary>
    public async Task<string> QuestionsAsync(ReportCase reported, CancellationToken cancellationToken)
    {
        var turns = await _turns.ConversationAsync(reported.Battle.Id, cancellationToken);
        var answered = turns.Select(turn => turn.Question);
        return Joined(turns.Count < reported.Battle.Turn ? answered.Append(reported.Battle.Question ?? reported.Battle.Prompt) : answered);
    }

    /// <summary>The text of the reported answers in all turns, for moderators. Says nothing of the models.</summary>
    public async Task<IReadOnlyDictionary<Side, string>> AnswersAsync(ReportCase reported, CancellationToken cancellationToken)
    {
        var turns = await _turns.ConversationAsync(reported.Battle.Id, cancellationToken);
        return new[] { Side.A, Side.B }
            .Where(side => turns.Count > 0 && reported.Parts.HasFlag(side == Side.A ? ReportedParts.A : ReportedParts.B))
            .ToDictionary(side => side, side => Joined(turns.Select(turn => turn.Of(side))));
    }

    /// <summary>Battles with open reports of which the moderators have not been told.</summary>
    public Task<IReadOnlyList<BattleId>> UntoldAsync(CancellationToken cancellationToken) => _store.UntoldAsync(cancellationToken);

    /// <summary>The moderators have been told, by this message.</summary>
    public Task ToldAsync(BattleId battle, ChannelId channel, MessageId message, CancellationToken cancellationToken) =>
        _store.ToldAsync(battle, channel, message, cancellationToken);

    private static string Joined(IEnumerable<string> turns) => string.Join("\n\n---\n\n", turns);
}
