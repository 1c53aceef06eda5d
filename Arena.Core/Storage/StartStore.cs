using System.Data;
using Arena.Core.Battles;
using Arena.Core.Battles.Starting;
using Arena.Core.Integrity;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>Puts new battles into the table <c>battles</c>, and counts what is going on already.</summary>
internal sealed class StartStore(Database database) : IStartStore
{
    private const string Insert = """
        insert into battles (server_id, channel_id, starter_id, prompt, source, language, category, category_source, state, model_a, model_b,
            pair_probability, uniform_probability, created_at, quorum, minimum_ballots, kind, voting_ms, is_secret, is_streamed, preset, sampling,
            follow_ups, prompt_key)
        select @Server, @Channel, @Starter, @Prompt, @Source, @Language, @Category, @CategorySource, 'Queued', @ModelA, @ModelB,
            @PairProbability, @UniformProbability, @CreatedAt, @Quorum, @MinimumBallots, @Kind, @VotingMs, @IsSecret, @IsStreamed, @Preset, @Sampling,
            @FollowUps, @PromptKey
        where (select count(*) from models
                where tag in (@ModelA, @ModelB) and (status = 'Active' or @Kind = 'Duel') and benched_at is null and removed_at is null) = 2
            and not exists (select 1 from server_benches where server_id = @Server and tag in (@ModelA, @ModelB))
        returning id
        """;

    // What a member asked for and got, or cancelled; what failed is not held against them.
    private const string StartedSince = """
        select created_at, channel_id from battles
        where server_id = @Server and starter_id = @Member and created_at > @Since and (state <> 'Void' or void_reason = 'Cancelled')
        order by created_at desc
        """;

    public Task<QueueOutcome> QueueAsync(
        Battle battle, DateTimeOffset since, Func<StartCounts, StartResult?> refuse, Action<Battle> added, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync<QueueOutcome>(
            (connection, transaction) =>
            {
                if (refuse(Count(connection, transaction, battle, since)) is { } why)
                    return new QueueOutcome.Refused(why);
                if (TryAdd(connection, transaction, battle) is not { } id)
                    return new QueueOutcome.ModelNotActive();
                var stored = battle with { Id = id };
                added(stored);
                return new QueueOutcome.Queued(stored);
            },
            cancellationToken);

    internal static StartCounts Count(IDbConnection connection, IDbTransaction transaction, Battle asked, DateTimeOffset since)
    {
        var key = new { Server = asked.Server.ToColumn(), Member = asked.Starter.ToColumn(), Since = since.ToColumn() };
        var started = connection.Query<StartedRow>(StartedSince, key, transaction).AsList();
        var here = asked.Channel.ToColumn();
        return new StartCounts(
            connection.ExecuteScalar<int>(
                "select count(*) from battles where server_id = @Server and starter_id = @Member and state in ('Queued', 'Generating')",
                key, transaction),
            connection.ExecuteScalar<int>(
                "select count(*) from battles where server_id = @Server and state in ('Queued', 'Generating')", key, transaction),
            [.. started.Select(row => Columns.Instant(row.CreatedAt))],
            started.Where(row => row.ChannelId == here).Select(row => (DateTimeOffset?)Columns.Instant(row.CreatedAt)).FirstOrDefault());
    }

    private static BattleId? TryAdd(IDbConnection connection, IDbTransaction transaction, Battle battle)
    {
        ServerStore.Remember(connection, transaction, battle.Server, battle.CreatedAt);
        var id = connection.ExecuteScalar<long?>(
            Insert,
            new
            {
                Server = battle.Server.ToColumn(),
                Channel = battle.Channel.ToColumn(),
                Starter = battle.Starter.ToColumn(),
                battle.Prompt,
                Source = battle.Source.ToString(),
                battle.Language,
                battle.Category,
                CategorySource = battle.CategorySource?.ToString(),
                battle.ModelA,
                battle.ModelB,
                battle.PairProbability,
                battle.UniformProbability,
                CreatedAt = battle.CreatedAt.ToColumn(),
                battle.Quorum,
                battle.MinimumBallots,
                Kind = battle.Kind.ToString(),
                VotingMs = (long)battle.VotingTime.TotalMilliseconds,
                battle.IsSecret,
                battle.IsStreamed,
                Preset = battle.Preset.Name,
                Sampling = PresetColumn.Write(battle.Preset),
                battle.FollowUps,
                PromptKey = PromptHash.Of(battle.Prompt),
            },
            transaction);
        return id is { } value ? new BattleId(value) : null;
    }

    private sealed record StartedRow
    {
        public long CreatedAt { get; init; }
        public long ChannelId { get; init; }
    }
}
