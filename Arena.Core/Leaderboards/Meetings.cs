using Arena.Core.Ratings;

namespace Arena.Core.Leaderboards;

/// <summary>The battles of two models as one of them sees them.</summary>
internal static class Meetings
{
    /// <summary>Its wins, losses and ties by verdict, and the ballots counted in them.</summary>
    public static BattleRecord RecordOf(string tag, IEnumerable<Comparison> meetings) =>
        Records.Of(meetings).TryGetValue(tag, out var record) ? record : default;

    /// <summary>Its share of all their ballots, a tie being half, in [0, 1]; null when they have not met.</summary>
    public static double? ShareOf(string tag, IReadOnlyCollection<Comparison> meetings)
    {
        if (meetings.Count == 0)
            return null;
        var points = meetings.Sum(meeting => (meeting.ModelA == tag ? meeting.Tally.A : meeting.Tally.B) + meeting.Tally.Level / 2.0);
        return points / meetings.Sum(meeting => meeting.Tally.Counted);
    }
}
