using Dapper;

namespace Arena.Core.Storage;

/// <summary>Writes many rows of <c>ratings</c> and <c>rating_history</c> at once.</summary>
internal static class RatingRows
{
    private const string PutStanding = """
        insert into ratings (system, server_id, category, tag, rating, battles, ballots, wins, losses, ties)
        values ($p1, $p2, $p3, $p4, $p5, $p6, $p7, $p8, $p9, $p10)
        """;

    private const string PutMove = """
        insert into rating_history (battle_id, system, server_id, category, tag, rating_before, rating_after, at)
        values ($p1, $p2, $p3, $p4, $p5, $p6, $p7, $p8)
        on conflict (battle_id, system, server_id, category, tag) do update
        set rating_before = excluded.rating_before, rating_after = excluded.rating_after, at = excluded.at
        """;

    private const string Indexes = "select name, sql from sqlite_master where type = 'index' and tbl_name = 'rating_history' and sql is not null";

    /// <summary>Stores standings where none are.</summary>
    public static void Put(WriteScope scope, IEnumerable<RatingRow> rows)
    {
        foreach (var row in rows)
        {
            scope.Prepared(
                PutStanding, row.System, row.ServerId, row.Category, row.Tag, row.Rating, row.Battles, row.Ballots, row.Wins, row.Losses,
                row.Ties).ExecuteNonQuery();
        }
    }

    /// <summary>Stores moves in the place of those of the same key.</summary>
    public static void Put(WriteScope scope, IEnumerable<RatingMove> moves)
    {
        foreach (var move in moves)
        {
            scope.Prepared(
                PutMove, move.Battle, move.System, move.Server, move.Category, move.Tag, move.Before, move.After, move.At).ExecuteNonQuery();
        }
    }

    /// <summary>Puts these rows in the place of all that the rating tables hold.</summary>
    public static void Replace(WriteScope scope, ComputedRatings computed)
    {
        Execute("delete from rating_history; delete from rating_days; delete from ratings");
        // Sorting an index once takes much less than keeping it sorted.
        var indexes = scope.Connection.Query<(string Name, string Sql)>(Indexes, transaction: scope.Transaction).ToList();
        foreach (var (name, _) in indexes)
            Execute($"drop index \"{name}\"");
        Put(scope, computed.Standings);
        Put(scope, computed.Moves.InOrderOfKey());
        foreach (var (_, sql) in indexes)
            Execute(sql);
        foreach (var board in computed.Boards)
            BoardRows.Put(scope, board);
        BoardRows.Put(scope, computed.Days);

        void Execute(string sql) => scope.Connection.Execute(sql, transaction: scope.Transaction);
    }
}
