using System.Data;
using Arena.Core.Battles;
using Arena.Core.Ratings;

namespace Arena.Core.Storage;

/// <summary>Writes what one battle does to the ratings, whether it settles now or is played again.</summary>
internal static class RatingBook
{
    /// <summary>Moves Score and Elo of both models in every scope of the battle. A battle without a verdict moves nothing.</summary>
    public static void Enter(IDbConnection connection, IDbTransaction transaction, RatedBattle battle, EloOptions elo) =>
        Enter(new StoredSheet(connection, transaction), battle, elo);

    /// <summary>The same on a sheet of ratings.</summary>
    public static void Enter(IRatingSheet sheet, RatedBattle battle, EloOptions elo) => Enter(sheet, battle, battle.Scopes(), elo);

    /// <summary>The same in some of the battle's scopes: one after the other, in each Elo before Score, in each model A before model B.</summary>
    public static void Enter(IRatingSheet sheet, RatedBattle battle, IEnumerable<ScopeKey> scopes, EloOptions elo)
    {
        if (battle.Comparison.Tally.Verdict is not { } verdict)
            return;
        foreach (var scope in scopes)
        {
            Enter(sheet, battle.Comparison, RatingSystem.Elo, scope, (a, b) =>
                Elo.Update(
                    a.Rating, b.Rating, verdict, battle.Comparison.SizeA, battle.Comparison.SizeB, battle.Comparison.SizeMax, elo,
                    battle.Comparison.Damping), elo);
            Enter(sheet, battle.Comparison, RatingSystem.Score, scope, (a, b) =>
                (ScoreAfter(a, verdict == Verdict.A), ScoreAfter(b, verdict == Verdict.B)), elo);
        }
    }

    private static void Enter(
        IRatingSheet sheet, Comparison battle, RatingSystem system, ScopeKey scope,
        Func<RatingRow, RatingRow, (double A, double B)> rate, EloOptions elo)
    {
        var a = Before(battle.ModelA, battle.SizeA);
        var b = Before(battle.ModelB, battle.SizeB);
        var (afterA, afterB) = rate(a, b);
        Write(a, After(a, afterA, battle.Tally.Verdict == Verdict.A, battle.Tally.Verdict == Verdict.B));
        Write(b, After(b, afterB, battle.Tally.Verdict == Verdict.B, battle.Tally.Verdict == Verdict.A));

        RatingRow Before(string tag, double? size) =>
            sheet.Find(system, scope, tag) ?? new RatingRow
            {
                System = system.ToString(),
                ServerId = scope.Server,
                Category = scope.Category,
                Tag = tag,
                Rating = system == RatingSystem.Elo ? Elo.Start(size, elo) : 0,
            };

        RatingRow After(RatingRow before, double rating, bool won, bool lost) => before with
        {
            Rating = rating,
            Battles = before.Battles + 1,
            Ballots = before.Ballots + battle.Tally.Counted,
            Wins = before.Wins + (won ? 1 : 0),
            Losses = before.Losses + (lost ? 1 : 0),
            Ties = before.Ties + (won || lost ? 0 : 1),
        };

        void Write(RatingRow before, RatingRow after)
        {
            sheet.Put(system, scope, after);
            sheet.PutHistory(new BattleId(battle.Battle), after, before.Rating, battle.SettledAt);
        }
    }

    private static double ScoreAfter(RatingRow before, bool won) =>
        Score.Of((int)before.Wins + (won ? 1 : 0), (int)before.Battles + 1);
}
