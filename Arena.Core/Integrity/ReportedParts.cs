namespace Arena.Core.Integrity;

/// <summary>What of a battle somebody reported.</summary>
[Flags]
public enum ReportedParts
{
    None = 0,
    A = 1,
    B = 2,
    Prompt = 4,
}
