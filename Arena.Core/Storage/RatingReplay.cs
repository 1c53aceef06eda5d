using System.Globalization;
using Arena.Core.Ratings;
using Dapper;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Storage;

/// <summary>Plays every battle again, which gives the numbers that stand there already, or those of other rules.</summary>
public sealed partial class RatingReplay(Database database, EloOptions elo, TimeProvider time, ILogger<RatingReplay> logger)
{
    /// <summary>Drops the ratings and computes them from the stored battles, in one transaction.</summary>
    /// <returns>The number of battles that count.</returns>
    public Task<int> RunAsync(MemberId? by, string why, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(scope => Run(scope, by, why), cancellationToken);

    /// <summary>Plays again when the rules of the Elo game are others than those the stored ratings were made by.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var replayed = await database.Writer.WriteAsync<int?>(
            scope =>
            {
                var was = scope.Connection.ExecuteScalar<string?>(
                    "select value from arena where key = 'elo'", transaction: scope.Transaction);
                if (was == Rules)
                    return null;
                return was is null ? Note(scope) : Run(scope, null, $"rules changed from {was} to {Rules}");
            },
            cancellationToken);
        if (replayed > 0)
            Log.Replayed(logger, replayed.Value, Rules);
    }

    private string Rules => string.Create(
        CultureInfo.InvariantCulture,
        $"k={elo.K:R} kMax={elo.KMax:R} start={elo.Start:R} bonus={elo.SizeBonusPerBillion:R} cap={elo.SizeCapBillions:R} size={elo.UseSize}");

    private int Run(WriteScope scope, MemberId? by, string why)
    {
        RatingStore.Clear(scope.Connection, scope.Transaction);
        var battles = RatingStore.RatedBattles(scope.Connection, scope.Transaction);
        foreach (var battle in battles)
            RatingBook.Enter(scope.Connection, scope.Transaction, battle, elo);
        AuditStore.Add(
            scope.Connection, scope.Transaction, new AuditEntry(time.GetUtcNow(), null, by, "ratings.replayed", "all ratings", why));
        Note(scope);
        return battles.Count;
    }

    private int Note(WriteScope scope)
    {
        scope.Connection.Execute(
            "insert into arena (key, value) values ('elo', @Rules) on conflict (key) do update set value = excluded.value",
            new { Rules }, scope.Transaction);
        return 0;
    }

    private static partial class Log
    {
        [LoggerMessage(2020, LogLevel.Information, "The rules of the Elo game changed: {Battles} battles were played again with {Rules}.")]
        public static partial void Replayed(ILogger logger, int battles, string rules);
    }
}
