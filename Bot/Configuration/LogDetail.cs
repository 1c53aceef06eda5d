namespace Bot.Configuration;

/// <summary>The least level that is logged.</summary>
public enum LogDetail
{
    Debug,
    Information,
    Warning,
    Error,
}
