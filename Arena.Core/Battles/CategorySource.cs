namespace Arena.Core.Battles;

/// <summary>Who said what a battle's prompt is about.</summary>
public enum CategorySource
{
    /// <summary>The member who started it.</summary>
    Member,

    /// <summary>The library, of its own prompt.</summary>
    Library,

    /// <summary>The rules of <see cref="Prompts.PromptCategory"/>, because nobody else did.</summary>
    Rule,

    /// <summary>A moderator, afterwards.</summary>
    Moderator,
}
