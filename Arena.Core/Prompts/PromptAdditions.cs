namespace Arena.Core.Prompts;

/// <summary>What became of the prompts that a server wanted to have.</summary>
/// <param name="Each">In their order; empty where there was no room.</param>
/// <param name="Full">Why nothing was added; null where there was room.</param>
internal sealed record PromptAdditions(IReadOnlyList<PromptAddition> Each, LibraryFull? Full = null);
