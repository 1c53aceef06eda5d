using Arena.Core.Prompts;

namespace Arena.Core.Roster;

/// <summary>Where suggestions are kept. Each change is one transaction, and stands in the audit with who made it.</summary>
internal interface ISuggestionStore
{
    Task<Suggestion?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>Those that wait for a decision, oldest first; of one server, or of all.</summary>
    Task<IReadOnlyList<Suggestion>> OpenAsync(SuggestionKind kind, ServerId? server, CancellationToken cancellationToken);

    /// <summary>Stores a new suggestion, unless it is refused. Nobody else adds one meanwhile.</summary>
    /// <param name="suggestion">Its id is not known yet.</param>
    Task<SuggestResult> MakeAsync(
        Suggestion suggestion, Func<SuggestionHistory, SuggestResult?> refuse, CancellationToken cancellationToken);

    /// <summary>Decides an open suggestion.</summary>
    /// <param name="decided">As it is to be, with who decided it and when.</param>
    /// <param name="prompt">Added to the server's library along with it.</param>
    Task<SuggestionDecision> DecideAsync(Suggestion decided, NewPrompt? prompt, CancellationToken cancellationToken);
}
