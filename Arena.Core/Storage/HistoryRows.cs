using System.Data.Common;
using Arena.Core.Battles;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>How one model's rating moved.</summary>
internal static class HistoryRows
{
    private const string Moves = """
        select battle_id, at, rating_before, rating_after
        from rating_history
        where tag = @Tag and system = @System and server_id = @Server and category = @Category
        order by at, battle_id
        """;

    private const string Days = """
        select day, rating
        from rating_days
        where system = @System and server_id = @Server and category = @Category and tag = @Tag
        order by day
        """;

    /// <summary>In order of time: battle by battle, or day by day.</summary>
    public static async Task<IReadOnlyList<RatingPoint>> ReadAsync(
        DbTransaction transaction, string tag, RatingSystem system, Scope scope, CancellationToken cancellationToken)
    {
        var key = ScopeKey.Of(scope);
        var byDay = system == RatingSystem.BradleyTerry;
        var command = new CommandDefinition(
            byDay ? Days : Moves, new { Tag = tag, System = system.ToString(), key.Server, key.Category }, transaction,
            cancellationToken: cancellationToken);
        if (!byDay)
            return [.. (await transaction.Connection!.QueryAsync<MoveRow>(command)).Select(row => row.ToPoint())];

        var points = new List<RatingPoint>();
        foreach (var row in await transaction.Connection!.QueryAsync<DayRow>(command))
            points.Add(new RatingPoint(null, BoardDay.End(row.Day), points.Count == 0 ? row.Rating : points[^1].After, row.Rating));
        return points;
    }

    private sealed class MoveRow
    {
        public long BattleId { get; init; }
        public long At { get; init; }
        public double RatingBefore { get; init; }
        public double RatingAfter { get; init; }

        public RatingPoint ToPoint() => new(new BattleId(BattleId), Columns.Instant(At), RatingBefore, RatingAfter);
    }

    private sealed class DayRow
    {
        public long Day { get; init; }
        public double Rating { get; init; }
    }
}
