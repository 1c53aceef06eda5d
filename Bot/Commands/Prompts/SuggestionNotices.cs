using System.Collections.Concurrent;
using Arena.Core.Roster;
using Bot.Commands.Moderation;
using Bot.Presentation.Prompts;

namespace Bot.Commands.Prompts;

/// <summary>
/// Tells moderators that somebody suggests something: when the list was empty before, and else at most once an hour. Of models those of the
/// home server are told, of prompts those of the server where it was suggested.
/// </summary>
internal sealed class SuggestionNotices(ModeratorNotices moderators, Access access, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(ServerId Server, SuggestionKind Kind), DateTimeOffset> _told = new();

    public async Task TellAsync(SuggestResult.Made made, CancellationToken cancellationToken)
    {
        var (suggestion, now) = (made.Suggestion, time.GetUtcNow());
        var server = suggestion.Kind == SuggestionKind.Model ? await access.HomeServerAsync(cancellationToken) ?? suggestion.Server : suggestion.Server;
        var key = (server, suggestion.Kind);
        if (!made.IsFirst && _told.TryGetValue(key, out var last) && now - last < Pause)
            return;
        if (await moderators.TellAsync(server, SuggestionMessage.Notice(suggestion), cancellationToken) is not null)
            _told[key] = now;
    }
}
