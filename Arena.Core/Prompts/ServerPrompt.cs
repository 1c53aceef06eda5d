namespace Arena.Core.Prompts;

/// <summary>A prompt as one server has it: its own, or one of the operator's.</summary>
/// <param name="Id">Short: a number for the server's own, <c>b</c> and six digits for the operator's.</param>
/// <param name="IsOwn">Added by the server's moderators.</param>
public sealed record ServerPrompt(string Id, LibraryPrompt Prompt, bool IsOwn);
