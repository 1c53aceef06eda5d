using Arena.Core.Leaderboards;

namespace Arena.Core.Storage;

/// <summary>The rows of official boards in <c>ratings</c> and <c>rating_days</c>.</summary>
internal static class BoardRows
{
    private const string PutRating = """
        insert into ratings (system, server_id, category, tag, rating, battles, ballots, wins, losses, ties, lower, upper, as_of)
        values ('BradleyTerry', $p1, $p2, $p3, $p4, $p5, $p6, $p7, $p8, $p9, $p10, $p11, $p12)
        on conflict (system, server_id, category, tag) do update
        set rating = excluded.rating, battles = excluded.battles, ballots = excluded.ballots, wins = excluded.wins,
            losses = excluded.losses, ties = excluded.ties, lower = excluded.lower, upper = excluded.upper, as_of = excluded.as_of
        """;

    private const string PutDay = """
        insert into rating_days (system, server_id, category, tag, day, rating, lower, upper)
        values ('BradleyTerry', $p1, $p2, $p3, $p4, $p5, $p6, $p7)
        on conflict (system, server_id, category, tag, day) do update
        set rating = excluded.rating, lower = excluded.lower, upper = excluded.upper
        """;

    public static void Put(WriteScope scope, BradleyTerryBoard board)
    {
        if (board.AsOf is not { } asOf)
            return;
        foreach (var row in RatingRow.Of(ScopeKey.Of(board.Scope), board.Fit, asOf))
        {
            scope.Prepared(
                PutRating, row.ServerId, row.Category, row.Tag, row.Rating, row.Battles, row.Ballots, row.Wins, row.Losses, row.Ties, row.Lower,
                row.Upper, row.AsOf).ExecuteNonQuery();
        }
    }

    public static void Put(WriteScope scope, ScopeKey key, DayBoard board) => Put(scope, RatingDay.Of(key, board));

    public static void Put(WriteScope scope, IEnumerable<RatingDay> days)
    {
        foreach (var day in days)
        {
            scope.Prepared(
                PutDay, day.Scope.Server, day.Scope.Category, day.Tag, day.Day, day.Rating, day.Lower, day.Upper).ExecuteNonQuery();
        }
    }
}
