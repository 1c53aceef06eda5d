using Arena.Core.Battles;
using Arena.Core.Ratings;
using Arena.Core.Roster;

namespace Arena.Core.Leaderboards;

/// <summary>What a member's own ballots say. Battles whose vote is open are not in it, so that it tells nothing about them.</summary>
public sealed class MemberReader
{
    private readonly IMemberStore _store;

    internal MemberReader(IMemberStore store) => _store = store;

    /// <summary>The member's ballots in the settled battles of a scope; all zero for a member who never voted.</summary>
    public async Task<MemberSummary> SummaryAsync(MemberId member, Scope scope, CancellationToken cancellationToken)
    {
        var stored = await _store.ReadAsync(member, scope, cancellationToken);
        var counted = stored.Ballots.Where(ballot => ballot.Counted is not null).ToList();
        // Leave one out: a verdict that holds the member's own ballot would agree with it too often.
        var compared = counted.Where(ballot => ballot.Others.Verdict is not null).ToList();
        return new MemberSummary(
            scope,
            stored.Ballots.Count,
            counted.Count,
            stored.Started,
            Favourites(counted, stored.Models),
            compared.Count,
            compared.Count(ballot => VerdictOf(ballot.Counted) == ballot.Others.Verdict))
        {
            AsOf = stored.Ballots.Count == 0 ? null : stored.Ballots.Max(ballot => ballot.SettledAt),
        };
    }

    private static Verdict VerdictOf(Choice? choice) => choice switch
    {
        Choice.A => Verdict.A,
        Choice.B => Verdict.B,
        _ => Verdict.Tie,
    };

    private static IReadOnlyList<Favourite> Favourites(IEnumerable<MemberBallot> counted, IReadOnlyList<Model> models)
    {
        var liked = counted
            .SelectMany(ballot => new[] { (Tag: ballot.ModelA, Points: PointsOfA(ballot)), (Tag: ballot.ModelB, Points: 1 - PointsOfA(ballot)) })
            .GroupBy(side => side.Tag, StringComparer.Ordinal)
            .ToDictionary(side => side.Key, side => (Ballots: side.Count(), Points: side.Sum(ballot => ballot.Points)), StringComparer.Ordinal);
        var seen = models.Where(model => liked.ContainsKey(model.Tag)).ToList();
        var shared = StandingsBuilder.SharedNames(seen);
        return
        [
            .. seen
                .Select(model => Favourite(model, shared, liked[model.Tag].Ballots, liked[model.Tag].Points))
                .OrderByDescending(favourite => favourite.Liking)
                .ThenByDescending(favourite => favourite.Ballots)
                .ThenBy(favourite => favourite.Model.Tag, CodePointComparer.Instance),
        ];
    }

    private static Favourite Favourite(Model model, HashSet<string> sharedNames, int ballots, double points) =>
        new(model, StandingsBuilder.NameOf(model, sharedNames), ballots, points, (points + 1) / (ballots + 2));

    private static double PointsOfA(MemberBallot ballot) => ballot.Counted switch
    {
        Choice.A => 1,
        Choice.B => 0,
        _ => 0.5,
    };
}
