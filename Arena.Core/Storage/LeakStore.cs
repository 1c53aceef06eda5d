using System.Data;
using Arena.Core.Battles;
using Arena.Core.Integrity;
using Arena.Core.Ratings;
using Arena.Core.Roster;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>Which battles have an answer that says which model it is of, as their stored texts have it.</summary>
internal static class LeakStore
{
    private const string Answers = "select side, text from answers where battle_id = @Battle order by side, turn";

    private const string FurtherPrompts = "select prompt from turns where battle_id = @Battle order by turn";

    private const string WithoutLeak = """
        select choice, count(*) as n from ballots
        where battle_id = @Battle and choice is not null and unfit is null and exclusion_id is null group by choice
        """;

    /// <summary>Looks at all turns of a battle; null where no answer does, or where its texts are no longer kept.</summary>
    public static IdentityLeak? Find(IDbConnection connection, IDbTransaction? transaction, Battle battle) =>
        battle.AreTextsDropped ? null : Find(connection, transaction, battle, tag => ModelStore.Find(connection, transaction, tag));

    /// <summary>The same with models that were read before.</summary>
    public static IdentityLeak? Find(IDbConnection connection, IDbTransaction? transaction, Battle battle, Func<string, Model?> model)
    {
        var key = new { Battle = battle.Id.Value };
        string[] prompts = [battle.Prompt, .. connection.Query<string>(FurtherPrompts, key, transaction)];
        var answers = connection.Query<(string Side, string Text)>(Answers, key, transaction).ToLookup(row => row.Side, row => row.Text);
        var (a, b) = (Words(Side.A), Words(Side.B));
        if (a is null && b is null)
            return null;
        return new IdentityLeak(
            (a is null ? Sides.None : Sides.A) | (b is null ? Sides.None : Sides.B), string.Join(" · ", new[] { a, b }.OfType<string>()));

        string? Words(Side side) => model(battle.ModelOf(side)) is { } known
            ? LeakDetector.Find(prompts, [.. answers[side.ToString()]], known)
            : null;
    }

    /// <summary>The ballots of a battle that would count, had no answer said which model it is of.</summary>
    public static Tally Leaked(IDbConnection connection, BattleId battle)
    {
        var counts = connection.Query<(string Choice, long N)>(WithoutLeak, new { Battle = battle.Value })
            .ToDictionary(row => Columns.Parse<Choice>(row.Choice), row => (int)row.N);
        return new Tally(
            counts.GetValueOrDefault(Choice.A), counts.GetValueOrDefault(Choice.B),
            counts.GetValueOrDefault(Choice.Tie), counts.GetValueOrDefault(Choice.BothBad));
    }
}
