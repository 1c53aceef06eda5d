using Arena.Core.Battles.Settling;
using Arena.Core.Battles.Showing;
using Arena.Core.Battles;
using Arena.Core.Integrity;
using Arena.Core.Leaderboards;
using Arena.Core.Roster;
using Dapper;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Storage;

/// <summary>
/// Looks for identity leaks again where the rule or the names of a model have changed: in all settled battles whose texts are kept. Ballots,
/// verdicts and ratings follow. Battles whose texts were dropped keep what was found.
/// </summary>
public sealed partial class LeakRecount
{
    private const int Some = 200;
    private const string Key = "leaks";

    private const string Next = $"""
        select {BattleRow.Columns} from battles
        where id > @After and settled_at is not null and texts_dropped_at is null order by id limit @Some
        """;

    private const string Change = """
        update battles set leak = @Sides, leak_words = @Words where id = @Id and settled_at is not null and texts_dropped_at is null
        """;

    private const string Remember = "insert into arena (key, value) values (@Key, @state) on conflict (key) do update set value = excluded.value";

    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    /// <summary>Messages of battles that settled before are left as they are, as with exclusions.</summary>
    private static readonly TimeSpan ShownAnew = TimeSpan.FromDays(1);

    private readonly Database _database;
    private readonly RatingReplay _replay;
    private readonly IRatingListener _ratings;
    private readonly Announcer _announcer;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    internal LeakRecount(
        Database database, RatingReplay replay, IRatingListener ratings, Announcer announcer, TimeProvider time, ILogger<LeakRecount> logger) =>
        (_database, _replay, _ratings, _announcer, _time, _logger) = (database, replay, ratings, announcer, time, logger);

    /// <summary>Does so now and whenever it has become necessary, until cancelled. What fails is logged and tried again.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await EnsureAsync(cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // Nothing of it was stored, so it stays to be done.
                Log.Failed(_logger, e);
            }

            await Task.Delay(Between, _time, cancellationToken);
        }
    }

    /// <summary>Looks again if the rule or a model's names are others than those that were looked for last.</summary>
    /// <returns>How many battles are counted differently now.</returns>
    public async Task<int> EnsureAsync(CancellationToken cancellationToken)
    {
        var (models, before) = await StateAsync(cancellationToken);
        var now = LeakRuleState.Of(models.Values);
        if (before?.Write() == now.Write())
            return 0;
        var changed = now.Touched(before) is { Count: 0 } ? [] : await LookAsync(models, now.Touched(before), cancellationToken);
        await _database.Writer.WriteAsync(scope => Store(scope, changed, now), cancellationToken);
        if (changed.Count == 0)
            return 0;
        Log.Recounted(_logger, changed.Count);
        _ratings.Replayed();
        foreach (var (battle, _) in changed.Where(one => one.Battle.SettledAt > _time.GetUtcNow() - ShownAnew))
            _announcer.Tell(battle.Id);
        return changed.Count;
    }

    private async Task<(Dictionary<string, Model> Models, LeakRuleState? Before)> StateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenReadAsync(cancellationToken);
        var models = (await connection.QueryAsync<ModelRow>(new CommandDefinition(ModelStore.Select, cancellationToken: cancellationToken)))
            .Select(row => row.ToModel()).ToDictionary(model => model.Tag, StringComparer.Ordinal);
        var known = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "select value from arena where key = @Key", new { Key }, cancellationToken: cancellationToken));
        return (models, known is null ? null : LeakRuleState.Read(known));
    }

    // Reads beside the writer, some battles at a time: nobody waits for it, and it can end between any two.
    private Task<List<(Battle Battle, IdentityLeak? Leak)>> LookAsync(
        Dictionary<string, Model> models, IReadOnlySet<string>? tags, CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            await using var connection = await _database.OpenReadAsync(cancellationToken);
            var changed = new List<(Battle, IdentityLeak?)>();
            for (var after = 0L; ;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var battles = connection.Query<BattleRow>(Next, new { After = after, Some }).Select(row => row.ToBattle()).ToList();
                if (battles.Count == 0)
                    return changed;
                foreach (var battle in battles.Where(battle => tags is null || tags.Contains(battle.ModelA) || tags.Contains(battle.ModelB)))
                {
                    var leak = LeakStore.Find(connection, null, battle, models.GetValueOrDefault);
                    if (leak != battle.Leak)
                        changed.Add((battle, leak));
                }

                after = battles[^1].Id.Value;
            }
        },
        cancellationToken);

    private bool Store(WriteScope scope, List<(Battle Battle, IdentityLeak? Leak)> changed, LeakRuleState now)
    {
        foreach (var (battle, leak) in changed)
        {
            scope.Connection.Execute(
                Change, new { Id = battle.Id.Value, Sides = leak?.Sides.ToString(), leak?.Words }, scope.Transaction);
        }

        if (changed.Count > 0)
        {
            var why = FormattableString.Invariant($"identity leaks looked for again: {changed.Count} battles changed");
            BallotCounting.Recount(scope, [.. changed.Select(one => one.Battle.Id.Value)]);
            _replay.Run(scope, null, why);
            AuditStore.Add(scope.Connection, scope.Transaction, new AuditEntry(
                _time.GetUtcNow(), null, null, "leaks.recounted", DisplayNumbers.Counted(changed.Count, "battle"),
                FormattableString.Invariant($"{changed.Count(one => one.Leak is not null)} with a leak now")));
        }

        scope.Connection.Execute(Remember, new { Key, state = now.Write() }, scope.Transaction);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(3540, LogLevel.Information, "Identity leaks were looked for again: {Battles} battles are counted differently, and all ratings were computed again.")]
        public static partial void Recounted(ILogger logger, int battles);

        [LoggerMessage(3541, LogLevel.Error, "Identity leaks could not be looked for again yet; it is tried again.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
