namespace Arena.Core.Prompts;

/// <summary>What a server has changed about the operator's library.</summary>
/// <param name="Own">Its own prompts, oldest first.</param>
/// <param name="Hidden">Keys of the operator's prompts that it does not use.</param>
internal sealed record StoredPrompts(IReadOnlyList<StoredPrompt> Own, IReadOnlySet<string> Hidden);
