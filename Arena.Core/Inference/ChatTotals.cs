namespace Arena.Core.Inference;

/// <summary>The host's own measurements of one answer.</summary>
/// <param name="DoneReason"><c>stop</c>, <c>length</c> (cut at the token bound), <c>load</c> or <c>unload</c>.</param>
/// <param name="Load">Loading, with all waiting for other models to end.</param>
/// <param name="Prompt">Reading the prompt.</param>
/// <param name="Generating">Writing the answer, thinking included.</param>
public sealed record ChatTotals(
    string DoneReason,
    TimeSpan Total,
    TimeSpan Load,
    int PromptTokens,
    TimeSpan Prompt,
    int OutputTokens,
    TimeSpan Generating)
{
    /// <summary>Tokens written per second of writing; 0 where the host measured nothing.</summary>
    public double TokensPerSecond => Generating > TimeSpan.Zero ? OutputTokens / Generating.TotalSeconds : 0;
}
