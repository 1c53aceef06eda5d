namespace Arena.Core.Prompts;

/// <summary>What <see cref="PromptFile"/> makes of a file.</summary>
public abstract record PromptFileResult
{
    private PromptFileResult() { }

    public sealed record Parsed(ParsedPrompts Prompts) : PromptFileResult;

    /// <summary>Nothing but white space, or a list without entries.</summary>
    public sealed record Empty : PromptFileResult;

    /// <summary>Not text in UTF-8.</summary>
    public sealed record NotText : PromptFileResult;

    /// <summary>JSON that is broken at <paramref name="Line"/> (1 is the first); <paramref name="Why"/> is the parser's own sentence.</summary>
    public sealed record BrokenJson(int Line, string Why) : PromptFileResult;

    /// <summary>JSON, but no list.</summary>
    public sealed record NotAList : PromptFileResult;

    /// <summary>More than <paramref name="Limit"/> prompts.</summary>
    public sealed record TooMany(int Limit, int Actual) : PromptFileResult;
}
