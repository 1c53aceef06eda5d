namespace Arena.Core.Integrity;

/// <summary>Whether a moderator has looked at a report, and with what result.</summary>
public enum ReportState
{
    Open,
    Hidden,
    Shown,
}
