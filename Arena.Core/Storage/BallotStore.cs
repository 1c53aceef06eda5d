using System.Data;
using Arena.Core.Battles;
using Arena.Core.Ratings;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Arena.Core.Storage;

/// <summary>The tables <c>ballots</c> and <c>ballot_events</c>.</summary>
public sealed class BallotStore(Database database)
{
    // The busiest statements of the arena; prepared once, see WriteScope.
    private const string Events = """
        select kind, choice from ballot_events where battle_id = $p1 and member_id = $p2 order by seq
        """;

    private const string PutEvent = """
        insert into ballot_events (battle_id, member_id, seq, kind, choice, at)
        select $p1, $p2, $p3, $p4, $p5, $p6 where exists (select 1 from battles where id = $p1 and state = 'Voting')
        """;

    private const string PutBallot = """
        insert into ballots (battle_id, member_id, choice, counted, reason, cast_at) values ($p1, $p2, $p3, $p4, $p5, $p6)
        on conflict (battle_id, member_id) do update
        set choice = excluded.choice, counted = excluded.counted, reason = excluded.reason, cast_at = excluded.cast_at
        """;

    private const string DropBallot = "delete from ballots where battle_id = $p1 and member_id = $p2";

    private const string Count = """
        select choice, count(*) as n from ballots where battle_id = @Battle and counted = 1 group by choice
        """;

    /// <summary>All ballots of a battle that are counted.</summary>
    public async Task<IReadOnlyList<Ballot>> CountedAsync(BattleId battle, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            "select member_id, choice, cast_at from ballots where battle_id = @Battle and counted = 1 order by member_id",
            new { Battle = battle.Value }, cancellationToken: cancellationToken));
        return
        [
            .. rows.Select(row => new Ballot(
                battle, new MemberId(Columns.Snowflake(row.MemberId)), Columns.Parse<Choice>(row.Choice), Columns.Instant(row.CastAt))),
        ];
    }

    /// <summary>Everyone whose reactions under the battle were ever noticed.</summary>
    internal static IReadOnlyList<MemberId> Members(IDbConnection connection, IDbTransaction transaction, BattleId battle) =>
    [
        .. connection.Query<long>(
            "select distinct member_id from ballot_events where battle_id = @Battle", new { Battle = battle.Value }, transaction)
            .Select(member => new MemberId(Columns.Snowflake(member))),
    ];

    internal static Tally Tally(IDbConnection connection, IDbTransaction? transaction, BattleId battle)
    {
        var counts = connection.Query<CountRow>(Count, new { Battle = battle.Value }, transaction)
            .ToDictionary(row => Columns.Parse<Choice>(row.Choice), row => (int)row.N);
        return new Tally(
            counts.GetValueOrDefault(Choice.A), counts.GetValueOrDefault(Choice.B),
            counts.GetValueOrDefault(Choice.Tie), counts.GetValueOrDefault(Choice.BothBad));
    }

    /// <summary>What stands of a member, and how many events there are.</summary>
    internal static (StandingReactions Standing, int Events) Read(WriteScope scope, BattleId battle, MemberId member)
    {
        var standing = new StandingReactions();
        var count = 0;
        using var reader = scope.Prepared(Events, battle.Value, member.ToColumn()).ExecuteReader();
        for (; reader.Read(); count++)
        {
            var kind = Columns.Parse<ReactionEventKind>(reader.GetString(0));
            standing.Apply(new ReactionEvent(kind, reader.IsDBNull(1) ? null : Columns.Parse<Choice>(reader.GetString(1))));
        }

        return (standing, count);
    }

    /// <summary>Stores an event. False when the vote is not open: then nothing was stored.</summary>
    /// <param name="seq">Events of this member before it.</param>
    internal static bool TryPutEvent(
        WriteScope scope, BattleId battle, MemberId member, int seq, ReactionEvent change, DateTimeOffset at) =>
        scope.Prepared(PutEvent, battle.Value, member.ToColumn(), (long)seq, Name(change.Kind), Name(change.Choice), at.ToColumn())
            .ExecuteNonQuery() == 1;

    /// <summary>Makes the ballot what stands now.</summary>
    internal static void PutStanding(WriteScope scope, BattleId battle, MemberId member, StandingReactions standing, DateTimeOffset at)
    {
        if (standing.All.Count == 0)
        {
            scope.Prepared(DropBallot, battle.Value, member.ToColumn()).ExecuteNonQuery();
            return;
        }

        var reason = standing.IsAmbiguous ? nameof(UncountedReason.SeveralStanding) : null;
        scope.Prepared(
            PutBallot, battle.Value, member.ToColumn(), Name(standing.Choice), reason is null ? 1L : 0L, reason, at.ToColumn())
            .ExecuteNonQuery();
    }

    // Enum.ToString looks the name up each time; these run thousands of times a second.
    private static string Name(ReactionEventKind kind) => kind switch
    {
        ReactionEventKind.Added => nameof(ReactionEventKind.Added),
        ReactionEventKind.Withdrawn => nameof(ReactionEventKind.Withdrawn),
        _ => kind.ToString(),
    };

    private static string? Name(Choice? choice) => choice switch
    {
        Choice.A => nameof(Choice.A),
        Choice.B => nameof(Choice.B),
        Choice.Tie => nameof(Choice.Tie),
        Choice.BothBad => nameof(Choice.BothBad),
        _ => null,
    };

    private sealed record Row
    {
        public long MemberId { get; init; }
        public string Choice { get; init; } = "";
        public long CastAt { get; init; }
    }

    private sealed record CountRow
    {
        public string Choice { get; init; } = "";
        public long N { get; init; }
    }
}
