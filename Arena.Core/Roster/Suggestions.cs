namespace Arena.Core.Roster;

/// <summary>What members suggested, to be looked up by those who follow one up.</summary>
public sealed class Suggestions
{
    private readonly ISuggestionStore _store;

    internal Suggestions(ISuggestionStore store) => _store = store;

    /// <summary>One suggestion, decided or not; null when there is none of this number.</summary>
    public Task<Suggestion?> FindAsync(long id, CancellationToken cancellationToken) => _store.FindAsync(id, cancellationToken);
}
