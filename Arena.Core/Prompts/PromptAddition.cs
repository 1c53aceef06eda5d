namespace Arena.Core.Prompts;

/// <summary>What became of one prompt that a server wanted to have.</summary>
internal enum PromptAddition
{
    Added,

    /// <summary>One of the operator's that was hidden.</summary>
    BroughtBack,

    /// <summary>It was there.</summary>
    Duplicate,
}
