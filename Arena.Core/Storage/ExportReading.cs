using System.Runtime.CompilerServices;
using Arena.Core.Battles;
using Arena.Core.Exchange;
using Arena.Core.Ratings;
using Microsoft.Data.Sqlite;

namespace Arena.Core.Storage;

/// <summary>Settled battles with their counted ballots, read one after the other in one transaction.</summary>
internal static class ExportReading
{
    private const string Battles = """
        select b.id, b.server_id, b.prompt, b.model_a, b.model_b, b.category, b.settled_at, b.size_a, b.size_b, b.size_max,
            b.pair_probability, b.uniform_probability, b.language, b.damping
        from battles b
        where b.settled_at is not null and b.settled_at <= $until
        """;

    private const string InOrder = " order by b.settled_at, b.id";

    private const string BallotsOf = "select member_id, choice from ballots where battle_id = $battle and counted = 1";

    private const string StylesOf = """
        select side, sum(output_tokens),
            case when count(headings) = count(*) then sum(headings) end,
            case when count(list_items) = count(*) then sum(list_items) end,
            case when count(bold) = count(*) then sum(bold) end
        from answers where battle_id = $battle group by side
        """;

    public static async IAsyncEnumerable<ExportedBattle> BattlesAsync(
        SqliteConnection connection, ServerId? server, DateTimeOffset? until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var transaction = connection.BeginTransaction(deferred: true);
        await using var battles = Command(connection, Battles + (server is null ? "" : " and b.server_id = $server") + InOrder);
        battles.Parameters.AddWithValue("$until", until?.ToColumn() ?? long.MaxValue);
        if (server is { } one)
            battles.Parameters.AddWithValue("$server", one.ToColumn());
        await using var ballots = OfBattle(connection, BallotsOf);
        await using var styles = OfBattle(connection, StylesOf);
        await using var row = await battles.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            var counted = ReadBallots(ballots, row.GetInt64(0));
            if (counted.Count > 0)
                yield return ReadBattle(row, counted, ReadStyles(styles, row.GetInt64(0)));
        }
    }

    private static List<ExportedBallot> ReadBallots(SqliteCommand command, long battle)
    {
        command.Parameters[0].Value = battle;
        using var row = command.ExecuteReader();
        var ballots = new List<ExportedBallot>();
        while (row.Read())
            ballots.Add(new ExportedBallot(new MemberId(Columns.Snowflake(row.GetInt64(0))), Columns.Parse<Choice>(row.GetString(1))));
        return ballots;
    }

    // Over all turns; nothing where one of them was not measured.
    private static (AnswerStyle? A, AnswerStyle? B) ReadStyles(SqliteCommand command, long battle)
    {
        command.Parameters[0].Value = battle;
        using var row = command.ExecuteReader();
        (AnswerStyle? A, AnswerStyle? B) styles = default;
        while (row.Read())
        {
            if (row.IsDBNull(2) || row.IsDBNull(3) || row.IsDBNull(4))
                continue;
            var style = new AnswerStyle(row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4));
            styles = Columns.Parse<Side>(row.GetString(0)) == Side.A ? (style, styles.B) : (styles.A, style);
        }

        return styles;
    }

    private static ExportedBattle ReadBattle(
        SqliteDataReader row, List<ExportedBallot> ballots, (AnswerStyle? A, AnswerStyle? B) styles)
    {
        var (pair, uniform) = (row.GetDouble(10), row.GetDouble(11));
        var comparison = new Comparison(
            row.GetInt64(0), Columns.Instant(row.GetInt64(6)), row.GetString(3), row.GetString(4), TallyOf(ballots),
            Number(row, 7), Number(row, 8), Number(row, 9))
        {
            DrawRatio = pair > 0 ? uniform / pair : null, Damping = row.GetDouble(13), StyleA = styles.A, StyleB = styles.B,
        };
        return new ExportedBattle(
            comparison, new ServerId(Columns.Snowflake(row.GetInt64(1))), row.GetString(2), Text(row, 5), Text(row, 12), pair, uniform, ballots);
    }

    private static Tally TallyOf(List<ExportedBallot> ballots)
    {
        int Count(Choice choice) => ballots.Count(ballot => ballot.Choice == choice);
        return new Tally(Count(Choice.A), Count(Choice.B), Count(Choice.Tie), Count(Choice.BothBad));
    }

    private static double? Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static SqliteCommand OfBattle(SqliteConnection connection, string sql)
    {
        var command = Command(connection, sql);
        command.Parameters.Add("$battle", SqliteType.Integer);
        return command;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
