using System.Data;
using Arena.Core.Prompts;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>The tables <c>prompts</c> and <c>hidden_prompts</c>.</summary>
internal sealed class PromptStore(Database database) : IPromptStore
{
    private const int LongestSubject = 100;

    private const string Insert = """
        insert into prompts (server_id, text, key, category, age_restricted, added_at, added_by)
        values (@Server, @Text, @Key, @Category, @IsAgeRestricted, @At, @By)
        on conflict do nothing
        """;

    private const string Unhide = "delete from hidden_prompts where server_id = @Server and key = @Key";

    private const string Hide = """
        insert into hidden_prompts (server_id, key, hidden_at, hidden_by) values (@Server, @Key, @At, @By) on conflict do nothing
        """;

    private const string Remove = """
        update prompts set removed_at = @At, removed_by = @By where server_id = @Server and id = @Id and removed_at is null
        """;

    public async Task<StoredPrompts> LoadAsync(ServerId server, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var of = new { Server = server.ToColumn() };
        var own = await connection.QueryAsync<Row>(new CommandDefinition(
            "select id, key, text, category, age_restricted from prompts where server_id = @Server and removed_at is null order by id", of,
            cancellationToken: cancellationToken));
        var hidden = await connection.QueryAsync<string>(new CommandDefinition(
            "select key from hidden_prompts where server_id = @Server", of, cancellationToken: cancellationToken));
        return new StoredPrompts([.. own.Select(row => row.ToPrompt())], hidden.ToHashSet(StringComparer.Ordinal));
    }

    public async Task<IReadOnlyList<string>> RecentAsync(ChannelId channel, int count, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        return [.. await connection.QueryAsync<string>(new CommandDefinition(
            "select prompt from battles where channel_id = @Channel and kind = 'Battle' order by id desc limit @Count",
            new { Channel = channel.ToColumn(), Count = count }, cancellationToken: cancellationToken))];
    }

    public Task<PromptAdditions> AddAsync(
        ServerId server, MemberId by, IReadOnlyList<NewPrompt> prompts, string? file, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) =>
            {
                if (Overflow(connection, transaction, server, prompts) is { } full)
                    return new PromptAdditions([], full);
                ServerStore.Remember(connection, transaction, server, at);
                var additions = prompts.Select(prompt => Add(connection, transaction, server, by, prompt, at)).ToList();
                var added = additions.Count(one => one != PromptAddition.Duplicate);
                if (added > 0)
                    AuditStore.Add(connection, transaction, Entry(server, by, prompts, additions, added, file, at));
                return new PromptAdditions(additions);
            },
            cancellationToken);

    public Task<bool> RemoveAsync(ServerId server, MemberId by, StoredPrompt prompt, DateTimeOffset at, CancellationToken cancellationToken) =>
        TakeAsync(Remove, new { Server = server.ToColumn(), prompt.Id, At = at.ToColumn(), By = by.ToColumn() },
            new AuditEntry(at, server, by, "prompt.removed", Subject(prompt.Prompt.Text)), cancellationToken);

    public Task<bool> HideAsync(ServerId server, MemberId by, string key, string text, DateTimeOffset at, CancellationToken cancellationToken) =>
        TakeAsync(Hide, new { Server = server.ToColumn(), Key = key, At = at.ToColumn(), By = by.ToColumn() },
            new AuditEntry(at, server, by, "prompt.removed", Subject(text), "one of the operator's, hidden in this server"), cancellationToken);

    /// <summary>Why these can not all be added; null where there is room for those that are new.</summary>
    internal static LibraryFull? Overflow(IDbConnection connection, IDbTransaction transaction, ServerId server, IReadOnlyList<NewPrompt> prompts)
    {
        var own = connection.Query<string>(
            "select key from prompts where server_id = @Server and removed_at is null", new { Server = server.ToColumn() }, transaction)
            .ToHashSet(StringComparer.Ordinal);
        var wanted = prompts.Where(prompt => !prompt.IsBase && !own.Contains(prompt.Key)).DistinctBy(prompt => prompt.Key).Count();
        var room = Math.Max(0, ServerPrompts.Most - own.Count);
        return wanted <= room ? null : new LibraryFull(ServerPrompts.Most, room, wanted);
    }

    internal static PromptAddition Add(
        IDbConnection connection, IDbTransaction transaction, ServerId server, MemberId by, NewPrompt prompt, DateTimeOffset at)
    {
        var values = new
        {
            Server = server.ToColumn(),
            prompt.Key,
            prompt.Prompt.Text,
            prompt.Prompt.Category,
            prompt.Prompt.IsAgeRestricted,
            At = at.ToColumn(),
            By = by.ToColumn(),
        };
        if (prompt.IsBase)
            return connection.Execute(Unhide, values, transaction) == 1 ? PromptAddition.BroughtBack : PromptAddition.Duplicate;
        return connection.Execute(Insert, values, transaction) == 1 ? PromptAddition.Added : PromptAddition.Duplicate;
    }

    private Task<bool> TakeAsync(string sql, object values, AuditEntry entry, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) =>
            {
                ServerStore.Remember(connection, transaction, entry.Server!.Value, entry.At);
                if (connection.Execute(sql, values, transaction) == 0)
                    return false;
                AuditStore.Add(connection, transaction, entry);
                return true;
            },
            cancellationToken);

    private static AuditEntry Entry(
        ServerId server, MemberId by, IReadOnlyList<NewPrompt> prompts, List<PromptAddition> additions, int added, string? file, DateTimeOffset at) =>
        file is not null
            ? new AuditEntry(at, server, by, "prompts.imported", Subject(file), $"{added} added, {additions.Count - added} there already")
            : new AuditEntry(
                at, server, by, "prompt.added", Subject(prompts[0].Prompt.Text),
                additions[0] == PromptAddition.BroughtBack ? "one of the operator's, brought back" : prompts[0].Prompt.Category);

    private static string Subject(string text) => text.Length <= LongestSubject ? text : string.Concat(text.AsSpan(0, LongestSubject), "…");

    private sealed record Row
    {
        public long Id { get; init; }
        public string Key { get; init; } = "";
        public string Text { get; init; } = "";
        public string? Category { get; init; }
        public bool AgeRestricted { get; init; }

        public StoredPrompt ToPrompt() => new(Id, Key, new LibraryPrompt(Text, Category, AgeRestricted));
    }
}
