namespace Arena.Core.Prompts;

/// <summary>A prompt of a file that can not be added.</summary>
/// <param name="Line">Where it begins; 1 is the first.</param>
public abstract record PromptProblem(int Line)
{
    /// <summary>Longer than <paramref name="Limit"/> characters.</summary>
    public sealed record TooLong(int Line, int Limit) : PromptProblem(Line);

    /// <summary>Nothing that can be seen.</summary>
    public sealed record Empty(int Line) : PromptProblem(Line);

    public sealed record UnknownCategory(int Line, string Category) : PromptProblem(Line);

    /// <summary>An entry of another form; <paramref name="Expected"/> says what belongs there, as in <c>a text at "text"</c>.</summary>
    public sealed record Malformed(int Line, string Expected) : PromptProblem(Line);
}
