namespace Arena.Core.Prompts;

/// <summary>What became of a file of prompts.</summary>
/// <param name="Added">New in the server's library, those brought back included.</param>
/// <param name="Duplicates">In the library already, or further up in the file.</param>
/// <param name="Problems">Those that could not be added, in the order of the file.</param>
public sealed record ImportResult(int Added, int Duplicates, IReadOnlyList<PromptProblem> Problems)
{
    /// <summary>Why nothing was added at all; null where there was room.</summary>
    public LibraryFull? Full { get; init; }
}
