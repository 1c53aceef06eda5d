using Arena.Core.Battles;
using Arena.Core.Ratings;

namespace Arena.Core.Storage;

/// <summary>
/// The ratings while every battle is played again: the present standing of each model is remembered and stored once, at the end.
/// </summary>
internal sealed class RememberedSheet(WriteScope scope) : IRatingSheet
{
    private const string PutStanding = """
        insert into ratings (system, server_id, category, tag, rating, battles, ballots, wins, losses, ties)
        values ($p1, $p2, $p3, $p4, $p5, $p6, $p7, $p8, $p9, $p10)
        """;

    private const string PutMove = """
        insert into rating_history (battle_id, system, server_id, category, tag, rating_before, rating_after, at)
        values ($p1, $p2, $p3, $p4, $p5, $p6, $p7, $p8)
        """;

    private readonly Dictionary<(string System, long Server, string Category, string Tag), RatingRow> _rows = [];

    public RatingRow? Find(RatingSystem system, ScopeKey key, string tag) => _rows.GetValueOrDefault((system.ToString(), key.Server, key.Category, tag));

    public void Put(RatingRow row) => _rows[(row.System, row.ServerId, row.Category, row.Tag)] = row;

    public void PutHistory(BattleId battle, RatingRow after, double before, DateTimeOffset at) => scope.Prepared(
        PutMove, battle.Value, after.System, after.ServerId, after.Category, after.Tag, before, after.Rating, at.ToColumn()).ExecuteNonQuery();

    /// <summary>Stores the standings.</summary>
    public void Store()
    {
        foreach (var row in _rows.Values)
        {
            scope.Prepared(
                PutStanding, row.System, row.ServerId, row.Category, row.Tag, row.Rating, row.Battles, row.Ballots, row.Wins, row.Losses,
                row.Ties).ExecuteNonQuery();
        }
    }
}
