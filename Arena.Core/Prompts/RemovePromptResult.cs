namespace Arena.Core.Prompts;

/// <summary>What became of taking a prompt out of a server's library.</summary>
public abstract record RemovePromptResult
{
    private RemovePromptResult() { }

    /// <summary>It was the server's own.</summary>
    public sealed record Removed(LibraryPrompt Prompt) : RemovePromptResult;

    /// <summary>It is the operator's, and is not used in this server any more.</summary>
    public sealed record Hidden(LibraryPrompt Prompt) : RemovePromptResult;

    public sealed record Unknown : RemovePromptResult;
}
