using Arena.Core.Battles;

namespace Arena.Core.Integrity;

/// <summary>What became of a report.</summary>
public abstract record ReportResult
{
    private ReportResult() { }

    /// <summary>It is stored, and what it is about is out of sight until a moderator has looked.</summary>
    public sealed record Reported(ReportCase Case) : ReportResult;

    /// <summary>This member has reported it already, and no moderator has looked yet.</summary>
    public sealed record AlreadyReported : ReportResult;

    /// <summary>A moderator has looked at this already.</summary>
    /// <param name="State">Hidden or shown.</param>
    public sealed record AlreadyJudged(ReportState State) : ReportResult;

    /// <summary>There is nothing to report yet, or nothing any more.</summary>
    public sealed record NotVotable(BattleState State) : ReportResult;

    /// <summary>So many of this member's reports of the last day wait for a moderator that no more are taken.</summary>
    public sealed record TooMany(int Limit) : ReportResult;

    /// <summary>There is no such battle in this server.</summary>
    public sealed record Unknown : ReportResult;
}
