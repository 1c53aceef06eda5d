using Arena.Core.Leaderboards;
using Arena.Core.Ratings;

namespace Arena.Core.Storage;

/// <summary>The rows of official boards in <c>ratings</c> and <c>rating_days</c>.</summary>
internal static class BoardRows
{
    private const string PutDay = """
        insert into rating_days (system, server_id, category, tag, day, rating, lower, upper)
        values ('BradleyTerry', $p1, $p2, $p3, $p4, $p5, $p6, $p7)
        on conflict (system, server_id, category, tag, day) do update
        set rating = excluded.rating, lower = excluded.lower, upper = excluded.upper
        """;

    public static void Put(WriteScope scope, BradleyTerryBoard board)
    {
        if (board.AsOf is { } asOf)
            Put(scope, ScopeKey.Of(board.Scope), board.Fit, asOf);
    }

    /// <summary>The rows of a fit.</summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="key">What the fit counts.</param>
    /// <param name="fit">The ratings.</param>
    /// <param name="asOf">When the last battle in it settled.</param>
    /// <param name="table"><c>ratings</c>, or a table that has the same columns.</param>
    public static void Put(WriteScope scope, ScopeKey key, BradleyTerryFit fit, DateTimeOffset asOf, string table = "ratings")
    {
        var put = PutRating(table);
        for (var i = 0; i < fit.Models.Count; i++)
        {
            var record = fit.Records[i];
            scope.Prepared(
                put, key.Server, key.Category, fit.Models[i], fit.Rating(i), record.Battles, record.Ballots, record.Wins,
                record.Losses, record.Ties, fit.Lower(i), fit.Upper(i), asOf.ToColumn()).ExecuteNonQuery();
        }
    }

    public static void Put(WriteScope scope, ScopeKey key, DayBoard board)
    {
        foreach (var row in board.Rows)
            scope.Prepared(PutDay, key.Server, key.Category, row.Tag, board.Day, row.Rating, row.Lower, row.Upper).ExecuteNonQuery();
    }

    private static string PutRating(string table) => $"""
        insert into {table} (system, server_id, category, tag, rating, battles, ballots, wins, losses, ties, lower, upper, as_of)
        values ('BradleyTerry', $p1, $p2, $p3, $p4, $p5, $p6, $p7, $p8, $p9, $p10, $p11, $p12)
        on conflict (system, server_id, category, tag) do update
        set rating = excluded.rating, battles = excluded.battles, ballots = excluded.ballots, wins = excluded.wins,
            losses = excluded.losses, ties = excluded.ties, lower = excluded.lower, upper = excluded.upper, as_of = excluded.as_of
        """;
}
