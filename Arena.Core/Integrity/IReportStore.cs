using Arena.Core.Battles;

namespace Arena.Core.Integrity;

/// <summary>Where reports are stored. Each deed is one transaction with what it hides and its audit line.</summary>
internal interface IReportStore
{
    /// <param name="limit">Open reports of the member since <paramref name="since"/> that are allowed.</param>
    /// <exception cref="DatabaseException">It could not be stored.</exception>
    Task<ReportResult> AddAsync(ReportRequest request, int limit, DateTimeOffset since, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Hides what was reported, or shows it again.</summary>
    /// <exception cref="DatabaseException">It could not be stored.</exception>
    Task<JudgeResult> JudgeAsync(ServerId server, BattleId battle, bool hide, MemberId by, DateTimeOffset at, CancellationToken cancellationToken);

    Task<ReportCase?> FindAsync(BattleId battle, CancellationToken cancellationToken);

    /// <summary>Battles with open reports of which the moderators have not been told.</summary>
    Task<IReadOnlyList<BattleId>> UntoldAsync(CancellationToken cancellationToken);

    Task ToldAsync(BattleId battle, ChannelId channel, MessageId message, CancellationToken cancellationToken);
}
