namespace Arena.Core.Exchange;

/// <summary>How an exported file is written; both are UTF-8.</summary>
public enum ExportFormat
{
    /// <summary>RFC 4180 with a header, lines ended by LF.</summary>
    Csv,

    /// <summary>One JSON object a line.</summary>
    Jsonl,
}
