namespace Arena.Core.Inference;

/// <summary>A piece of an answer.</summary>
/// <param name="Text">What the answer grows by; may be empty.</param>
/// <param name="Thinking">What the reasoning grows by; may be empty.</param>
/// <param name="Totals">On the last chunk only.</param>
public sealed record ChatChunk(string Text, string Thinking, ChatTotals? Totals);
