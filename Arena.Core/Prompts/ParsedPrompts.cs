namespace Arena.Core.Prompts;

/// <summary>What a file of prompts holds.</summary>
/// <param name="Problems">Those that can not be added, in the order of the file.</param>
public sealed record ParsedPrompts(IReadOnlyList<LibraryPrompt> Prompts, IReadOnlyList<PromptProblem> Problems);
