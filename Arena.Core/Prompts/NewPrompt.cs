namespace Arena.Core.Prompts;

/// <summary>A prompt that a server wants to have.</summary>
/// <param name="IsBase">It is one of the operator's, so there is nothing to keep but that it is not hidden.</param>
internal sealed record NewPrompt(string Key, LibraryPrompt Prompt, bool IsBase);
