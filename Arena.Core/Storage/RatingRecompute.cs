using Arena.Core.Ratings;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>Computes every rating table again from what is stored with the battles, and says what was not as it follows from them.</summary>
/// <remarks>
/// An official board is compared at the moment that it is of: it may lack the battles that settled just before the arena ended, and is
/// up to date afterwards.
/// </remarks>
public sealed class RatingRecompute
{
    private const string Moments = """
        select server_id as server, category, max(as_of) as as_of from ratings where system = 'BradleyTerry' group by server_id, category
        """;

    // Days before that of a stored board have ended with it; its own day may have.
    private const string DaysDue = """
        exists (select 1 from temp.rating_days_before d where d.system = rating_days.system and d.server_id = rating_days.server_id
            and d.category = rating_days.category and d.tag = rating_days.tag and d.day = rating_days.day)
        or day < (select max(as_of) - max(as_of) % 86400000 from temp.ratings_before r
            where r.system = rating_days.system and r.server_id = rating_days.server_id and r.category = rating_days.category)
        """;

    private static readonly RatingComparison Ratings = new(
        "ratings", ["system", "server_id", "category", "tag"], ["rating", "lower", "upper"],
        ["battles", "ballots", "wins", "losses", "ties", "as_of"]);

    private static readonly RatingComparison History = new(
        "rating_history", ["battle_id", "system", "server_id", "category", "tag"], ["rating_before", "rating_after"], ["at"]);

    private static readonly RatingComparison Days = new(
        "rating_days", ["system", "server_id", "category", "tag", "day"], ["rating", "lower", "upper"], []);

    private readonly Database _database;
    private readonly RatingReplay _replay;
    private readonly RatingRules _rules;
    private readonly TimeProvider _time;

    internal RatingRecompute(Database database, RatingReplay replay, EloOptions elo, BradleyTerryOptions official, TimeProvider time) =>
        (_database, _replay, _rules, _time) = (database, replay, new RatingRules(elo, official), time);

    /// <summary>Does it in one transaction. Where something differed, that is repaired and noted in the audit.</summary>
    /// <exception cref="DatabaseException">It could not be stored; everything is as it was.</exception>
    public Task<RecomputeReport> RunAsync(CancellationToken cancellationToken) => _database.Writer.WriteAsync(Run, cancellationToken);

    private RecomputeReport Run(WriteScope scope)
    {
        var change = _rules.Change(scope);
        var behind = BoardStore.Behind(scope).Count;
        foreach (var table in (RatingComparison[])[Ratings, History, Days])
            table.Begin(scope);
        var battles = _replay.Play(scope, AsOf(scope), (key, fit, asOf) => BoardRows.Put(scope, key, fit, asOf, Ratings.Expected));
        if (change is null)
        {
            Ratings.Expect(scope, "system <> 'BradleyTerry'");
            History.Expect(scope, "true");
            Days.Expect(scope, DaysDue);
        }

        var report = new RecomputeReport(
            battles, [.. ((RatingComparison[])[Ratings, History, Days]).Select(table => table.End(scope, isCompared: change is null))], behind, change);
        Note(scope, report);
        return report;
    }

    private static Dictionary<ScopeKey, DateTimeOffset> AsOf(WriteScope scope) => scope.Connection
        .Query<MomentRow>(Moments, transaction: scope.Transaction)
        .ToDictionary(row => new ScopeKey(row.Server, row.Category), row => Columns.Instant(row.AsOf ?? 0));

    private void Note(WriteScope scope, RecomputeReport report)
    {
        if (report.RulesChanged is null && !report.Differed)
            return;
        AuditStore.Add(scope.Connection, scope.Transaction, new AuditEntry(
            _time.GetUtcNow(), null, null, "ratings.recomputed", "all ratings", report.RulesChanged ?? report.First));
    }

    private sealed class MomentRow
    {
        public long Server { get; init; }
        public string Category { get; init; } = "";
        public long? AsOf { get; init; }
    }
}
