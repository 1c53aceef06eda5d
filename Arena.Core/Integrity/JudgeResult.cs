namespace Arena.Core.Integrity;

/// <summary>What became of a moderator's word on a battle's reports.</summary>
public abstract record JudgeResult
{
    private JudgeResult() { }

    /// <summary>It is stored, and the battle's message follows.</summary>
    public sealed record Judged(ReportCase Case) : JudgeResult;

    /// <summary>Somebody said the same already.</summary>
    public sealed record Already(ReportCase Case) : JudgeResult;

    /// <summary>No such battle of this server was reported.</summary>
    public sealed record Unknown : JudgeResult;
}
