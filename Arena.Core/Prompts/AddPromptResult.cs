namespace Arena.Core.Prompts;

/// <summary>What became of adding a prompt to a server's library.</summary>
public abstract record AddPromptResult
{
    private AddPromptResult() { }

    public sealed record Added(LibraryPrompt Prompt) : AddPromptResult;

    /// <summary>One of the operator's that was hidden in this server.</summary>
    public sealed record BroughtBack(LibraryPrompt Prompt) : AddPromptResult;

    public sealed record AlreadyThere(LibraryPrompt Prompt) : AddPromptResult;

    /// <summary>The server has as many prompts of its own as it may have.</summary>
    public sealed record NoRoom(LibraryFull Full) : AddPromptResult;

    public sealed record Empty : AddPromptResult;

    /// <summary>Longer than <paramref name="Limit"/> characters.</summary>
    public sealed record TooLong(int Limit, int Actual) : AddPromptResult;

    public sealed record UnknownCategory(string Category) : AddPromptResult;
}
