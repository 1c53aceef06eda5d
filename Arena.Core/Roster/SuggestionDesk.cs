using Arena.Core.Inference;
using Arena.Core.Prompts;

namespace Arena.Core.Roster;

/// <summary>Where members suggest models and prompts, and moderators decide about them.</summary>
public sealed class SuggestionDesk
{
    /// <summary>Suggestions that a member may make within a day.</summary>
    public const int PerDay = 5;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan RestForMember = TimeSpan.FromDays(30);
    private static readonly TimeSpan RestForOthers = TimeSpan.FromDays(7);

    private readonly ISuggestionStore _store;
    private readonly RosterService _roster;
    private readonly PullDesk _pulls;
    private readonly ServerPrompts _prompts;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _one = new(1, 1);

    internal SuggestionDesk(ISuggestionStore store, RosterService roster, PullDesk pulls, ServerPrompts prompts, TimeProvider time) =>
        (_store, _roster, _pulls, _prompts, _time) = (store, roster, pulls, prompts, time);

    /// <summary>Puts a model on the list of those who care for the roster.</summary>
    public async Task<SuggestResult> SuggestModelAsync(
        ServerId server, ChannelId channel, MemberId by, string tag, string? note, CancellationToken cancellationToken)
    {
        if (!ModelName.TryParse(tag, out var name, out var why))
            return new SuggestResult.Malformed(why);
        if (await _roster.FindAsync(name.Canonical, cancellationToken) is { } model)
            return new SuggestResult.OnRoster(model);
        return await MakeAsync(
            new Suggestion(
                0, SuggestionKind.Model, server, channel, name.Canonical, name.Canonical.ToUpperInvariant(), null, note?.Trim(), _time.GetUtcNow(), by),
            cancellationToken);
    }

    /// <summary>Puts a prompt on the list of a server's moderators.</summary>
    /// <param name="maxCharacters">Characters (code points) a prompt may have in this server.</param>
    public async Task<SuggestResult> SuggestPromptAsync(
        ServerId server, ChannelId channel, MemberId by, string text, string? category, int maxCharacters, CancellationToken cancellationToken)
    {
        if (category is not null && !PromptCategories.IsKnown(category))
            return new SuggestResult.UnknownCategory(category);
        switch (PromptRules.Check(text, maxCharacters))
        {
            case PromptCheck.Empty:
                return new SuggestResult.PromptEmpty();
            case PromptCheck.TooLong tooLong:
                return new SuggestResult.PromptTooLong(tooLong.Limit, tooLong.Actual);
            case PromptCheck.Good good:
                text = good.Text;
                break;
        }

        var key = PromptKey.Of(text);
        if ((await LibraryAsync(server, cancellationToken)).Contains(key))
            return new SuggestResult.InLibrary();
        return await MakeAsync(
            new Suggestion(0, SuggestionKind.Prompt, server, channel, text, key, category, null, _time.GetUtcNow(), by), cancellationToken);
    }

    /// <summary>What waits for a decision, oldest first.</summary>
    /// <param name="server">Whose moderators ask; models come from all servers.</param>
    public async Task<IReadOnlyList<Suggestion>> OpenAsync(SuggestionKind kind, ServerId server, CancellationToken cancellationToken)
    {
        var open = await _store.OpenAsync(kind, kind == SuggestionKind.Prompt ? server : null, cancellationToken);
        if (open.Count == 0)
            return open;
        if (kind == SuggestionKind.Model)
        {
            var roster = await _roster.ListAsync(cancellationToken);
            return [.. open.Select(one => one with { Standing = StandingOf(roster, one.Subject) })];
        }

        var library = await LibraryAsync(server, cancellationToken);
        return [.. open.Select(one => one with { Standing = library.Contains(one.Key) ? SuggestionStanding.There : SuggestionStanding.New })];
    }

    /// <summary>One suggestion, decided or not; null when there is none of this kind (and, for prompts, server).</summary>
    public async Task<Suggestion?> FindAsync(long id, SuggestionKind kind, ServerId server, CancellationToken cancellationToken) =>
        await _store.FindAsync(id, cancellationToken) is { } found && found.Kind == kind && (kind == SuggestionKind.Model || found.Server == server)
            ? found
            : null;

    /// <summary>
    /// Puts the prompt into the server's library, or the model on the roster; a model that no node has is pulled, and put there when it has come.
    /// </summary>
    /// <param name="channel">Where a pull is shown.</param>
    /// <param name="by">A moderator who may.</param>
    public async Task<DecideResult> ApproveAsync(
        long id, SuggestionKind kind, ServerId server, ChannelId channel, MemberId by, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (await FindAsync(id, kind, server, cancellationToken) is not { } suggestion)
                return new DecideResult.Unknown();
            if (suggestion.State != SuggestionState.Open)
                return new DecideResult.AlreadyDecided(suggestion);
            var approved = suggestion with { State = SuggestionState.Approved, DecidedAt = _time.GetUtcNow(), DecidedBy = by };
            var result = kind == SuggestionKind.Prompt
                ? new DecideResult.Approved(approved)
                : await AddModelAsync(suggestion, approved, server, channel, cancellationToken);
            return result is DecideResult.Approved or DecideResult.Pulling
                ? await StoreAsync(approved, result, kind == SuggestionKind.Prompt ? _prompts.New(Prompt(suggestion)) : null, cancellationToken)
                : result;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Declines a suggestion.</summary>
    /// <param name="by">A moderator who may.</param>
    public async Task<DecideResult> DeclineAsync(
        long id, SuggestionKind kind, ServerId server, MemberId by, string? reason, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (await FindAsync(id, kind, server, cancellationToken) is not { } suggestion)
                return new DecideResult.Unknown();
            if (suggestion.State != SuggestionState.Open)
                return new DecideResult.AlreadyDecided(suggestion);
            var declined = suggestion with
            {
                State = SuggestionState.Declined,
                DecidedAt = _time.GetUtcNow(),
                DecidedBy = by,
                Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
            };
            return await StoreAsync(declined, new DecideResult.Declined(declined), null, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<DecideResult> StoreAsync(Suggestion decided, DecideResult result, NewPrompt? prompt, CancellationToken cancellationToken) =>
        await _store.DecideAsync(decided, prompt, cancellationToken) switch
        {
            SuggestionDecision.Made => result,
            SuggestionDecision.NoRoom => new DecideResult.NoRoom(ServerPrompts.Most),
            _ => await _store.FindAsync(decided.Id, cancellationToken) is { } now ? new DecideResult.AlreadyDecided(now) : new DecideResult.Unknown(),
        };

    // First the deed and then the decision: who dies in between leaves a suggestion that waits, and that is approved again without harm.
    private async Task<DecideResult> AddModelAsync(
        Suggestion suggestion, Suggestion approved, ServerId server, ChannelId channel, CancellationToken cancellationToken)
    {
        if (StandingOf(await _roster.ListAsync(cancellationToken), suggestion.Subject) == SuggestionStanding.There)
            return new DecideResult.Approved(approved);
        var by = approved.DecidedBy!.Value;
        switch (await _roster.AddAsync(suggestion.Subject, by, cancellationToken))
        {
            case AddResult.Added or AddResult.Restored or AddResult.AlreadyActive:
                return new DecideResult.Approved(approved);
            case AddResult.UnknownToNodes:
                var started = await _pulls.StartAsync(suggestion.Subject, adds: true, server, channel, by, suggestion.Id, cancellationToken);
                return started is StartPullResult.Started pull
                    ? new DecideResult.Pulling(approved, pull.Pull)
                    : new DecideResult.NotPulled(suggestion, started);
            case var other:
                return new DecideResult.NotPossible(suggestion, other);
        }
    }

    private async Task<HashSet<string>> LibraryAsync(ServerId server, CancellationToken cancellationToken) =>
        [.. (await _prompts.ListAsync(server, cancellationToken)).Select(one => PromptKey.Of(one.Prompt.Text))];

    private static SuggestionStanding StandingOf(IReadOnlyList<Model> roster, string tag) =>
        roster.FirstOrDefault(model => ModelName.Same(model.Tag, tag)) switch
        {
            null => SuggestionStanding.New,
            { CanPlay: true } => SuggestionStanding.There,
            _ => SuggestionStanding.OutOfPlay,
        };

    private Task<SuggestResult> MakeAsync(Suggestion suggestion, CancellationToken cancellationToken) =>
        _store.MakeAsync(suggestion, history => Refuse(suggestion.SuggestedAt, history), cancellationToken);

    private static SuggestResult? Refuse(DateTimeOffset now, SuggestionHistory history)
    {
        if (history.Open is { } open)
            return new SuggestResult.Waiting(open);
        if (history.DeclinedToMember + RestForMember is { } mine && mine > now)
            return new SuggestResult.DeclinedLately(mine, IsOwn: true);
        if (history.Declined + RestForOthers is { } others && others > now)
            return new SuggestResult.DeclinedLately(others, IsOwn: false);
        return history.Lately.Count >= PerDay ? new SuggestResult.TooMany(PerDay, history.Lately[^PerDay] + Day) : null;
    }

    private static LibraryPrompt Prompt(Suggestion suggestion) => ServerPrompts.Categorized(new LibraryPrompt(suggestion.Subject, suggestion.Category));
}
