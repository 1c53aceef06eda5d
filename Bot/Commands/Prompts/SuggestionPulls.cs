using Arena.Core.Roster;
using Bot.Presentation.Prompts;

namespace Bot.Commands.Prompts;

/// <summary>Tells members what became of the models they suggested, once those were pulled.</summary>
internal sealed class SuggestionPulls(Suggestions suggestions, SuggestionOutcomes outcomes) : IPullListener
{
    public async Task PullEndedAsync(Pull pull, AddResult? added, CancellationToken cancellationToken)
    {
        if (pull.Suggestion is not { } id || await suggestions.FindAsync(id, cancellationToken) is not { } suggestion)
            return;
        var sentence = added is AddResult.Added or AddResult.Restored or AddResult.AlreadyActive
            ? SuggestionSentences.Outcome(suggestion)
            : SuggestionSentences.NotPulled(suggestion);
        await outcomes.TellAsync(suggestion, sentence, cancellationToken);
    }
}
