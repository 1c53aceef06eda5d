namespace Arena.Core.Prompts;

/// <summary>A server's own prompt, as it is kept.</summary>
internal sealed record StoredPrompt(long Id, string Key, LibraryPrompt Prompt);
