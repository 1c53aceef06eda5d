namespace Arena.Core.Prompts;

/// <summary>What <see cref="PromptRules"/> says of a prompt.</summary>
public abstract record PromptCheck
{
    private PromptCheck() { }

    /// <param name="Text">As the models get it.</param>
    public sealed record Good(string Text) : PromptCheck;

    /// <summary>Nothing that can be seen is left.</summary>
    public sealed record Empty : PromptCheck;

    /// <param name="Actual">Characters (code points) after cleaning.</param>
    public sealed record TooLong(int Limit, int Actual) : PromptCheck;
}
