using Arena.Core.Battles.Settling;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Storage;

/// <summary>Computes all ratings again from the stored battles, which gives the numbers that stand there already, or those of other rules.</summary>
public sealed partial class RatingReplay
{
    private readonly Database _database;
    private readonly EloOptions _elo;
    private readonly BradleyTerryOptions _official;
    private readonly IRatingListener _listener;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly RatingRules _rules;

    internal RatingReplay(
        Database database, EloOptions elo, BradleyTerryOptions official, IRatingListener listener, TimeProvider time, ILogger<RatingReplay> logger)
    {
        (_database, _elo, _official, _listener, _time, _logger) = (database, elo, official, listener, time, logger);
        _rules = new RatingRules(elo, official);
    }

    /// <summary>Drops the ratings and computes them from the stored battles, in one transaction.</summary>
    /// <returns>The number of battles that count.</returns>
    public async Task<int> RunAsync(MemberId? by, string why, CancellationToken cancellationToken)
    {
        var battles = await _database.Writer.WriteAsync(scope => Run(scope, by, why), cancellationToken);
        _listener.Replayed();
        return battles;
    }

    /// <summary>Computes all ratings again when the rules are others than those the stored ratings were made by.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var (battles, change) = await _database.Writer.WriteAsync<(int, string?)>(
            scope =>
            {
                var change = _rules.Change(scope);
                if (change is not null)
                    return (Run(scope, null, change), change);
                _rules.Note(scope);
                return (0, null);
            },
            cancellationToken);
        if (change is null)
            return;
        _listener.Replayed();
        Log.Replayed(_logger, battles, change);
    }

    /// <summary>Computes all rating tables, and besides the official boards of some moments; stores nothing.</summary>
    internal ComputedRatings Compute(WriteScope scope, IReadOnlyDictionary<ScopeKey, DateTimeOffset> moments)
    {
        var battles = RatingStore.RatedBattles(scope.Connection, scope.Transaction);
        var moves = new MoveLog(battles);
        var sheet = new RememberedSheet(moves.Add);
        var (boards, momentary, days) = (new List<BradleyTerryBoard>(), new List<RatingRow>(), new List<RatingDay>());
        var official = new OfficialReplay(_official, _time.GetUtcNow(), (key, day) => days.AddRange(RatingDay.Of(key, day)))
        {
            Moments = moments, OnMoment = (key, fit, asOf) => momentary.AddRange(RatingRow.Of(key, fit, asOf)),
        };
        foreach (var battle in battles)
        {
            moves.BeginBattle();
            RatingBook.Enter(sheet, battle, _elo);
            official.Add(battle);
        }

        official.Finish((_, board) => boards.Add(board));
        return new ComputedRatings(battles.Count, sheet.Rows, moves, boards, momentary, days);
    }

    /// <summary>Puts computed ratings in the place of the stored ones.</summary>
    internal void Store(WriteScope scope, ComputedRatings computed)
    {
        BoardStore.NextEpoch(scope);
        RatingRows.Replace(scope, computed);
        _rules.Note(scope);
    }

    /// <summary>Does it within a transaction. Whoever calls it tells the listeners after the commit.</summary>
    internal int Run(WriteScope scope, MemberId? by, string why)
    {
        var computed = Compute(scope, new Dictionary<ScopeKey, DateTimeOffset>());
        Store(scope, computed);
        AuditStore.Add(
            scope.Connection, scope.Transaction, new AuditEntry(_time.GetUtcNow(), null, by, "ratings.replayed", "all ratings", why));
        return computed.Battles;
    }

    private static partial class Log
    {
        [LoggerMessage(2020, LogLevel.Information, "All ratings were computed again from {Battles} battles: {Change}.")]
        public static partial void Replayed(ILogger logger, int battles, string change);
    }
}
