namespace Arena.Core.Prompts;

/// <summary>The prompt library of each server: the operator's prompts without those it hides, and its own.</summary>
public sealed class ServerPrompts
{
    /// <summary>Prompts of its own that a server may have. Each is read for each draw.</summary>
    public const int Most = 10_000;

    private readonly Dictionary<string, LibraryPrompt> _baseByKey = new(StringComparer.Ordinal);
    private readonly IPromptStore _store;
    private readonly TimeProvider _time;
    private readonly Random _dice;

    /// <param name="operators">The operator's prompts, there for every server.</param>
    /// <param name="dice">Used by several threads at once.</param>
    internal ServerPrompts(PromptLibrary operators, IPromptStore store, TimeProvider time, Random dice)
    {
        (_store, _time, _dice) = (store, time, dice);
        foreach (var prompt in operators.Prompts)
            _baseByKey.TryAdd(PromptKey.Of(prompt.Text), prompt);
    }

    /// <summary>A server's library: its own prompts, the newest first, then the operator's.</summary>
    public async Task<IReadOnlyList<ServerPrompt>> ListAsync(ServerId server, CancellationToken cancellationToken) =>
        Join(await _store.LoadAsync(server, cancellationToken));

    /// <summary>Draws a prompt that the channel has not had lately; null when there is none.</summary>
    /// <param name="category">One of <see cref="PromptCategories.All"/>, or null for any.</param>
    /// <param name="ageRestricted">Whether the channel is; only there prompts that are marked so are drawn.</param>
    /// <param name="butNot">A text that is not wanted again, as far as there are others.</param>
    public async Task<ServerPrompt?> DrawAsync(
        ServerId server, ChannelId channel, string? category, bool ageRestricted, CancellationToken cancellationToken, string? butNot = null)
    {
        var prompts = Join(await _store.LoadAsync(server, cancellationToken))
            .Where(one => ageRestricted || !one.Prompt.IsAgeRestricted).ToDictionary(one => one.Prompt.Text, StringComparer.Ordinal);
        var recent = await _store.RecentAsync(channel, Math.Max(1, prompts.Count / 2), cancellationToken);
        var drawn = new PromptLibrary([.. prompts.Values.Select(one => one.Prompt)])
            .Draw(category, butNot is null ? recent : [butNot, .. recent], _dice);
        return drawn is null ? null : prompts[drawn.Text];
    }

    /// <summary>A prompt of the server's library by its short id; null when it is not there (any more).</summary>
    public async Task<ServerPrompt?> FindAsync(ServerId server, string id, CancellationToken cancellationToken) =>
        (await ListAsync(server, cancellationToken)).FirstOrDefault(one => one.Id == id);

    /// <summary>Adds a prompt to a server's library, or brings one of the operator's back that was hidden.</summary>
    /// <param name="category">Left out, the rules say what it is about where they are sure.</param>
    /// <param name="maxCharacters">Characters (code points) a prompt may have in this server.</param>
    public async Task<AddPromptResult> AddAsync(
        ServerId server, MemberId by, string text, string? category, bool ageRestricted, int maxCharacters, CancellationToken cancellationToken)
    {
        if (category is not null && !PromptCategories.IsKnown(category))
            return new AddPromptResult.UnknownCategory(category);
        switch (PromptRules.Check(text, maxCharacters))
        {
            case PromptCheck.TooLong tooLong:
                return new AddPromptResult.TooLong(tooLong.Limit, tooLong.Actual);
            case PromptCheck.Good good:
                var prompt = Categorized(new LibraryPrompt(good.Text, category, ageRestricted));
                return await _store.AddAsync(server, by, [New(prompt)], null, _time.GetUtcNow(), cancellationToken) switch
                {
                    { Full: { } full } => new AddPromptResult.NoRoom(full),
                    { Each: [PromptAddition.Added] } => new AddPromptResult.Added(prompt),
                    { Each: [PromptAddition.BroughtBack] } => new AddPromptResult.BroughtBack(_baseByKey[PromptKey.Of(prompt.Text)]),
                    _ => new AddPromptResult.AlreadyThere(prompt),
                };
            default:
                return new AddPromptResult.Empty();
        }
    }

    /// <summary>
    /// Adds what can be added of a file; what can not is named, and duplicates are counted. Nothing where the library has no room for all new ones.
    /// </summary>
    public async Task<ImportResult> ImportAsync(
        ServerId server, MemberId by, string fileName, ParsedPrompts file, CancellationToken cancellationToken)
    {
        var prompts = file.Prompts.Select(Categorized).Select(New).ToList();
        var additions = await _store.AddAsync(server, by, prompts, fileName, _time.GetUtcNow(), cancellationToken);
        var duplicates = additions.Each.Count(one => one == PromptAddition.Duplicate);
        return new ImportResult(additions.Each.Count - duplicates, duplicates, file.Problems) { Full = additions.Full };
    }

    /// <summary>Takes a prompt out of a server's library; one of the operator's is hidden.</summary>
    /// <param name="id">Its short id, or its text.</param>
    public async Task<RemovePromptResult> RemoveAsync(ServerId server, MemberId by, string id, CancellationToken cancellationToken)
    {
        var stored = await _store.LoadAsync(server, cancellationToken);
        var key = PromptKey.Of(id);
        var wanted = id.Trim().TrimStart('#');
        if (Join(stored).FirstOrDefault(one => one.Id == wanted || PromptKey.Of(one.Prompt.Text) == key) is not { } found)
            return new RemovePromptResult.Unknown();
        if (found.IsOwn)
        {
            var own = stored.Own.First(one => Own(one).Id == found.Id);
            return await _store.RemoveAsync(server, by, own, _time.GetUtcNow(), cancellationToken)
                ? new RemovePromptResult.Removed(found.Prompt)
                : new RemovePromptResult.Unknown();
        }

        return await _store.HideAsync(server, by, PromptKey.Of(found.Prompt.Text), found.Prompt.Text, _time.GetUtcNow(), cancellationToken)
            ? new RemovePromptResult.Hidden(found.Prompt)
            : new RemovePromptResult.Unknown();
    }

    /// <summary>The prompt as it would be added; for those who add it in a transaction of their own.</summary>
    internal NewPrompt New(LibraryPrompt prompt)
    {
        var key = PromptKey.Of(prompt.Text);
        return new NewPrompt(key, prompt, _baseByKey.ContainsKey(key));
    }

    internal static LibraryPrompt Categorized(LibraryPrompt prompt) =>
        prompt.Category is null ? prompt with { Category = PromptCategory.Guess(prompt.Text) } : prompt;

    private IReadOnlyList<ServerPrompt> Join(StoredPrompts stored)
    {
        var own = stored.Own.Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. stored.Own.Reverse().Select(Own),
            .. _baseByKey.Where(pair => !stored.Hidden.Contains(pair.Key) && !own.Contains(pair.Key))
                .Select(pair => new ServerPrompt("b" + PromptKey.ShortId(pair.Key), pair.Value, IsOwn: false)),
        ];
    }

    private static ServerPrompt Own(StoredPrompt stored) =>
        new(stored.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), stored.Prompt, IsOwn: true);
}
