namespace Arena.Core.Inference;

/// <summary>One line of a pull's progress.</summary>
/// <param name="Status">The host's words: <c>pulling manifest</c>, <c>pulling 6e35cfb92e5c</c>, <c>verifying sha256 digest</c>, …, <c>success</c>.</param>
/// <param name="Digest">The layer this line is about.</param>
/// <param name="CompletedBytes">Of that layer. The last line of a layer need not reach the total, and the number may stand still.</param>
public sealed record PullProgress(string Status, string? Digest, long? TotalBytes, long? CompletedBytes)
{
    public bool IsSuccess => Status == "success";
}
