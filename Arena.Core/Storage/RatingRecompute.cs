using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>Computes every rating table again from what is stored with the battles, and says what was not as it follows from them.</summary>
/// <remarks>
/// The tables are computed in memory and held against the stored ones; they are written again only where something differed.
/// An official board is compared at the moment that it is of: it may lack the battles that settled just before the arena ended, and is
/// up to date afterwards.
/// </remarks>
public sealed class RatingRecompute
{
    private const string LastMoments = """
        select server_id as server, category, max(as_of) as as_of from ratings where system = 'BradleyTerry' group by server_id, category
        """;

    private readonly Database _database;
    private readonly RatingReplay _replay;
    private readonly RatingRules _rules;
    private readonly TimeProvider _time;

    internal RatingRecompute(Database database, RatingReplay replay, EloOptions elo, BradleyTerryOptions official, TimeProvider time) =>
        (_database, _replay, _rules, _time) = (database, replay, new RatingRules(elo, official), time);

    /// <summary>Does it in one transaction. If something differed, all tables are written again, and that is noted in the audit.</summary>
    /// <exception cref="DatabaseException">It could not be stored; everything is as it was.</exception>
    public Task<RecomputeReport> RunAsync(CancellationToken cancellationToken) => _database.Writer.WriteAsync(Run, cancellationToken);

    private RecomputeReport Run(WriteScope scope)
    {
        var change = _rules.Change(scope);
        var behind = BoardStore.Behind(scope).Count;
        var moments = change is null ? Moments(scope) : [];
        var computed = _replay.Compute(scope, moments);
        // What other rules made is compared with nothing.
        var report = new RecomputeReport(computed.Battles, change is null ? Compare(scope, computed, moments, out var late) : Unknown(out late), behind, change);
        if (report.Differed || change is not null)
            _replay.Store(scope, computed);
        else
            BringUpToDate(scope, computed, moments, late);
        _rules.Note(scope);
        Note(scope, report);
        return report with { Tables = [.. report.Tables.Select(table => table with { Rows = Count(scope, table.Name) })] };
    }

    private static RecomputedTable[] Compare(
        WriteScope scope, ComputedRatings computed, Dictionary<ScopeKey, DateTimeOffset> moments, out IReadOnlyList<RatingDay> late)
    {
        // Days before that of a stored board have ended with it; its own day may have.
        var days = new RatingComparison<RatingDay>(day => moments.TryGetValue(day.Scope, out var asOf) && day.Day < BoardDay.Of(asOf));
        late = days.NotDue;
        return
        [
            new RatingComparison<RatingRow>(_ => true).Run(scope, InOrder([.. computed.Standings, .. computed.BoardsOfMoments])),
            new RatingComparison<RatingMove>(_ => true).Run(scope, computed.Moves.InOrderOfKey()),
            days.Run(scope, InOrder([.. computed.Days])),
        ];
    }

    private static RecomputedTable[] Unknown(out IReadOnlyList<RatingDay> late)
    {
        late = [];
        return [.. ((RatingTable[])[RatingRow.Table, RatingMove.Table, RatingDay.Table]).Select(table => new RecomputedTable(table.Name, 0, 0, 0, null))];
    }

    private static void BringUpToDate(
        WriteScope scope, ComputedRatings computed, Dictionary<ScopeKey, DateTimeOffset> moments, IReadOnlyList<RatingDay> late)
    {
        foreach (var board in computed.Boards.Where(board => !moments.TryGetValue(ScopeKey.Of(board.Scope), out var asOf) || board.AsOf != asOf))
            BoardRows.Put(scope, board);
        BoardRows.Put(scope, late);
    }

    private static List<T> InOrder<T>(List<T> rows) where T : IRatingTableRow<T>
    {
        rows.Sort((x, y) => x.CompareKey(y));
        return rows;
    }

    private static long Count(WriteScope scope, string table) =>
        scope.Connection.ExecuteScalar<long>($"select count(*) from {table}", transaction: scope.Transaction);

    private static Dictionary<ScopeKey, DateTimeOffset> Moments(WriteScope scope) => scope.Connection
        .Query<MomentRow>(LastMoments, transaction: scope.Transaction)
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
