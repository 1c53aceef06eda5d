using Arena.Core.Battles;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>
/// Computes the ratings of categories again after a settled battle has gone from one to another: in each, those of its server and those of
/// all servers. What came before the battle stays as it is, and so does every other scope.
/// </summary>
internal sealed class CategoryReplay(EloOptions elo, BradleyTerryOptions official)
{
    private const string Forget = """
        delete from rating_history where battle_id = @Battle and category = @Category;
        delete from ratings where category = @Category and server_id in (0, @Server) and system in ('Elo', 'Score', 'BradleyTerry');
        """;

    private const string ForgetDays = """
        delete from rating_days where system = 'BradleyTerry' and server_id = @Server and category = @Category and day >= @Day
        """;

    /// <summary>Does it within a transaction that has stored the new category. Whoever calls it tells the listeners after the commit.</summary>
    /// <param name="battle">As it was: settled, in its old category.</param>
    /// <param name="category">The new one; null for none.</param>
    public void Run(WriteScope scope, Battle battle, string? category, MemberId by, DateTimeOffset now)
    {
        string[] categories = [.. ((string?[])[battle.Category, category]).OfType<string>()];
        foreach (var moved in categories)
            Run(scope, battle, moved, now);
        AuditStore.Add(scope.Connection, scope.Transaction, new AuditEntry(
            now, battle.Server, by, "ratings.replayed", $"ratings of {string.Join(" and ", categories)}", $"category of battle {battle.Id}"));
    }

    private void Run(WriteScope scope, Battle battle, string category, DateTimeOffset now)
    {
        var settledAt = battle.SettledAt!.Value;
        ScopeKey[] scopes = [new(battle.Server.ToColumn(), category), new(0, category)];
        var days = scopes.ToDictionary(key => key, key => FirstDay(scope, key, settledAt));
        scope.Connection.Execute(
            Forget, new { Battle = battle.Id.Value, Server = battle.Server.ToColumn(), Category = category }, scope.Transaction);
        foreach (var key in scopes)
        {
            BoardStore.NextEpoch(scope, key);
            scope.Connection.Execute(ForgetDays, new { key.Server, key.Category, Day = days[key] }, scope.Transaction);
        }

        Play(scope, scopes, settledAt.ToColumn(), days, now);
    }

    // Days that ended since the last stored one are stored now, like those from the battle's on: the boards that had them are no more.
    private static long FirstDay(WriteScope scope, ScopeKey key, DateTimeOffset settledAt) =>
        BoardStore.LastDay(scope, key) is { } last ? Math.Min(last, BoardDay.Of(settledAt)) : long.MinValue;

    private void Play(WriteScope scope, ScopeKey[] scopes, long from, IReadOnlyDictionary<ScopeKey, long> firstDays, DateTimeOffset now)
    {
        var moves = new List<RatingMove>();
        var sheet = new RememberedSheet(move =>
        {
            if (move.At >= from)
                moves.Add(move);
        });
        var play = new OfficialReplay(official, now, (key, day) => BoardRows.Put(scope, key, day)) { FirstDays = firstDays };
        foreach (var battle in RatingStore.RatedBattles(scope.Connection, scope.Transaction, new ComparisonFilter(new ScopeKey(0, scopes[0].Category))))
        {
            var counted = battle.Scopes().Where(scopes.Contains).ToList();
            RatingBook.Enter(sheet, battle, counted, elo);
            play.Add(battle, counted);
        }

        RatingRows.Put(scope, sheet.Rows);
        RatingRows.Put(scope, moves);
        play.Finish((_, board) => BoardRows.Put(scope, board));
    }
}
