using Arena.Core.Leaderboards;
using Arena.Core.Ratings;

namespace Arena.Core.Storage;

/// <summary>Reads the battles that ratings are computed from.</summary>
internal sealed class ComparisonStore(Database database) : IComparisonStore
{
    public Task<IReadOnlyList<Comparison>> ReadAsync(
        Scope scope, DateTimeOffset? after, bool withStyles, CancellationToken cancellationToken) =>
        ReadAsync(new ComparisonFilter(ScopeKey.Of(scope), after.ToColumn()), withStyles, cancellationToken);

    public Task<IReadOnlyList<Comparison>> MeetingsAsync(string tagA, string tagB, Scope scope, CancellationToken cancellationToken) =>
        ReadAsync(new ComparisonFilter(ScopeKey.Of(scope)) { Pair = (tagA, tagB) }, withStyles: false, cancellationToken);

    // SQLite has no waiting of its own: what takes long belongs on a thread that nobody else waits for.
    private Task<IReadOnlyList<Comparison>> ReadAsync(ComparisonFilter filter, bool withStyles, CancellationToken cancellationToken) =>
        Task.Run<IReadOnlyList<Comparison>>(
            async () =>
            {
                await using var connection = await database.OpenReadAsync(cancellationToken);
                await using var transaction = connection.BeginTransaction(deferred: true);
                var comparisons = new List<Comparison>();
                ComparisonSource.Each(
                    connection, transaction, filter, withStyles, battle => comparisons.Add(battle.Comparison), cancellationToken);
                return comparisons;
            },
            cancellationToken);
}
