using System.Data;
using Arena.Core.Battles;
using Arena.Core.Battles.Generating;
using Arena.Core.Battles.Starting;
using Arena.Core.Inference;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>The tables <c>answers</c> and <c>turns</c>: what was said in a battle, and what is asked further.</summary>
internal sealed class TurnStore(Database database) : ITurnStore
{
    private const string AskFurther = """
        update battles set state = 'Queued', turn = turn + 1, round = round + 1, generating_at = null, voting_opened_at = null, closes_at = null,
            restarts = 0, turn_dropped = null
        where id = @Id and state = 'Voting' and turn = @Turn and turn <= follow_ups
            and not exists (select 1 from ballots where battle_id = @Id)
        """;

    private const string PutQuestion = """
        insert into turns (battle_id, turn, prompt, asked_by, asked_at) values (@Id, @Turn + 1, @Question, @By, @At)
        """;

    // Its duration is that of no answer, so it has none.
    private const string TakeBack = """
        update battles set state = 'Voting', turn = turn - 1, round = round + 1, generating_at = null, voting_opened_at = @At,
            closes_at = @At + coalesce(voting_ms, 600000), restarts = 0, turn_dropped = @Reason
        where id = @Id and state in ('Queued', 'Generating') and turn > 1
        returning turn
        """;

    private const string Conversation = """
        select case a.turn when 1 then b.prompt else t.prompt end as question,
            max(case a.side when 'A' then a.text end) as a, max(case a.side when 'B' then a.text end) as b
        from answers a join battles b on b.id = a.battle_id left join turns t on t.battle_id = a.battle_id and t.turn = a.turn
        where a.battle_id = @Battle group by a.turn order by a.turn
        """;

    public async Task<IReadOnlyDictionary<Side, Answer>> AnswersAsync(BattleId battle, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var rows = await connection.QueryAsync<AnswerRow>(new CommandDefinition(
            "select * from answers where battle_id = @Battle and turn = (select max(turn) from answers where battle_id = @Battle)",
            new { Battle = battle.Value },
            cancellationToken: cancellationToken));
        return rows.ToDictionary(row => Columns.Parse<Side>(row.Side), row => row.ToAnswer());
    }

    public async Task<IReadOnlyList<AnsweredTurn>> ConversationAsync(BattleId battle, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Question, string A, string B)>(new CommandDefinition(
            Conversation, new { Battle = battle.Value }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => new AnsweredTurn(row.Question, row.A, row.B))];
    }

    public Task<FollowUpResult> AskFurtherAsync(
        BattleId id, int turn, MemberId by, string question, DateTimeOffset at, Func<StartCounts, StartResult?> refuse,
        CancellationToken cancellationToken) =>
        database.Writer.WriteAsync<FollowUpResult>(
            (connection, transaction) =>
            {
                if (BattleStore.Find(connection, transaction, id) is not { } battle)
                    return new FollowUpResult.Unknown();
                if (FollowUps.Objection(battle, turn) is { } objection)
                    return objection;
                if (connection.ExecuteScalar<bool>(
                    "select exists (select 1 from ballots where battle_id = @Id)", new { Id = id.Value }, transaction))
                    return new FollowUpResult.VotedAlready();
                if (refuse(StartStore.Count(connection, transaction, battle with { Starter = by }, at)) is { } why)
                    return new FollowUpResult.Refused(why);
                var asking = new { Id = id.Value, Turn = turn, Question = question, By = by.ToColumn(), At = at.ToColumn() };
                if (connection.Execute(AskFurther, asking, transaction) != 1)
                    throw new InvalidOperationException($"Battle {id} changed while nobody else could write.");
                connection.Execute(PutQuestion, asking, transaction);
                return new FollowUpResult.Asked(BattleStore.Find(connection, transaction, id)!);
            },
            cancellationToken);

    public Task<bool> TryTakeBackAsync(BattleId id, VoidReason reason, DateTimeOffset at, MemberId? moderator, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) =>
            {
                var back = new { Id = id.Value, Reason = reason.ToString(), At = at.ToColumn() };
                if (connection.ExecuteScalar<int?>(TakeBack, back, transaction) is not { } turn)
                    return false;
                connection.Execute("delete from turns where battle_id = @Id and turn > @Turn", new { Id = id.Value, Turn = turn }, transaction);
                var server = BattleStore.Find(connection, transaction, id)!.Server;
                // The reason alone: more could name a model that plays in an open vote.
                AuditStore.Add(connection, transaction, new AuditEntry(at, server, moderator, "question.dropped", id.ToString(), reason.ToString()));
                return true;
            },
            cancellationToken);
}
