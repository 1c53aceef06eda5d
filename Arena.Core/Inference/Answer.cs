namespace Arena.Core.Inference;

/// <summary>What one model said in one turn, whole.</summary>
/// <param name="Text">The answer as it came; nothing stripped.</param>
/// <param name="Thinking">Reasoning text, kept apart; empty when there was none.</param>
/// <param name="LoadTime">The host's load time, which includes its own queue.</param>
/// <param name="FirstToken">From asking to the first token of the answer or of its thinking, load included, measured here.</param>
/// <param name="Generating">The host's time of writing.</param>
/// <param name="TokensPerSecond">Output tokens per second of writing; 0 where the host measured nothing.</param>
/// <param name="DoneReason"><c>stop</c>, or <c>length</c> when the answer was cut at the token bound.</param>
public sealed record Answer(
    string Text,
    string Thinking,
    int PromptTokens,
    int OutputTokens,
    TimeSpan LoadTime,
    TimeSpan FirstToken,
    TimeSpan Generating,
    double TokensPerSecond,
    string DoneReason);
