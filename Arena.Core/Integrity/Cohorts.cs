namespace Arena.Core.Integrity;

/// <summary>
/// The cohorts among a server's voters. They are formed without a look at what was chosen: only so do the probabilities in
/// <see cref="VotePatterns"/> hold.
/// </summary>
internal static class Cohorts
{
    private const double StepSeconds = 5;
    private const int FewestShared = 4;
    private const double InStepShare = 0.6;

    private static readonly TimeSpan[] MadeWithin = [TimeSpan.FromDays(1), TimeSpan.FromDays(7), TimeSpan.FromDays(30), TimeSpan.FromDays(90)];
    private static readonly TimeSpan[] CameWithin = [TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(7)];
    private static readonly double[] YoungDays = [7, 30, 90];
    private static readonly double[] QuickSeconds = [3, 6, 12];

    /// <param name="voters">All of a window.</param>
    /// <param name="ballots">Their ballots; only battle, member and moment are looked at.</param>
    /// <param name="smallest">Smaller cohorts are left out.</param>
    public static IReadOnlyList<Cohort> Of(IReadOnlyList<VoterProfile> voters, IReadOnlyList<SeenBallot> ballots, int smallest) =>
    [
        .. Windows(Commonality.MadeTogether, voters, voter => voter.MadeAt.ToUnixTimeMilliseconds(), MadeWithin)
            .Concat(Windows(Commonality.CameTogether, voters, voter => voter.FirstBallotAt.ToUnixTimeMilliseconds(), CameWithin))
            .Concat(Below(Commonality.Young, voters, voter => voter.AgeAtFirst.TotalDays, YoungDays))
            .Concat(Below(Commonality.Quick, voters, voter => voter.Seconds, QuickSeconds))
            .Concat(InStep(voters, ballots))
            // All voters together are no cohort: there is nobody to hold them against.
            .Where(cohort => cohort.To - cohort.From >= smallest && cohort.To - cohort.From < voters.Count),
    ];

    private static IEnumerable<Cohort> Windows(Commonality kind, IReadOnlyList<VoterProfile> voters, Func<VoterProfile, double> value, TimeSpan[] widths)
    {
        var order = Sorted(kind, voters, value);
        foreach (var width in widths)
        {
            for (int from = 0, to = 0, last = 0; from < order.Length; from++)
            {
                while (to < order.Length && value(voters[order[to]]) - value(voters[order[from]]) <= width.TotalMilliseconds)
                    to++;
                if (to > last)                                  // else a wider one has all of them
                    yield return new Cohort(kind, order, from, to);
                last = to;
            }
        }
    }

    private static IEnumerable<Cohort> Below(Commonality kind, IReadOnlyList<VoterProfile> voters, Func<VoterProfile, double> value, double[] bounds)
    {
        var order = Sorted(kind, voters, value);
        return bounds.Select(bound => new Cohort(kind, order, 0, order.Count(voter => value(voters[voter]) <= bound)));
    }

    // Groups of accounts that are joined, directly or by others, by voting within seconds of each other in most battles that they share.
    private static IEnumerable<Cohort> InStep(IReadOnlyList<VoterProfile> voters, IReadOnlyList<SeenBallot> ballots)
    {
        var index = voters.Select((voter, i) => (voter.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        var battles = voters.Select(_ => new HashSet<long>()).ToArray();
        var near = new Dictionary<(int, int), int>();
        foreach (var battle in ballots.GroupBy(ballot => ballot.Battle))
        {
            var cast = battle.Select(ballot => (Voter: index[ballot.Member], ballot.Seconds)).OrderBy(ballot => ballot.Seconds).ToArray();
            for (var i = 0; i < cast.Length; i++)
            {
                battles[cast[i].Voter].Add(battle.Key);
                for (var j = i + 1; j < cast.Length && cast[j].Seconds - cast[i].Seconds <= StepSeconds; j++)
                {
                    var pair = (Math.Min(cast[i].Voter, cast[j].Voter), Math.Max(cast[i].Voter, cast[j].Voter));
                    near[pair] = near.GetValueOrDefault(pair) + 1;
                }
            }
        }

        var joined = Enumerable.Range(0, voters.Count).ToArray();
        foreach (var ((one, other), times) in near)
        {
            if (times < FewestShared || times < InStepShare * battles[one].Count(battles[other].Contains))
                continue;
            joined[Root(joined, one)] = Root(joined, other);
        }

        foreach (var group in Enumerable.Range(0, voters.Count).GroupBy(voter => Root(joined, voter)))
        {
            int[] order = [.. group];
            yield return new Cohort(Commonality.InStep, order, 0, order.Length);
        }
    }

    private static int Root(int[] joined, int voter)
    {
        while (joined[voter] != voter)
            voter = joined[voter] = joined[joined[voter]];
        return voter;
    }

    // When the account of a forgotten member was made is not known any more; how they voted is.
    private static int[] Sorted(Commonality kind, IReadOnlyList<VoterProfile> voters, Func<VoterProfile, double> value) =>
    [
        .. Enumerable.Range(0, voters.Count)
            .Where(voter => kind is not (Commonality.MadeTogether or Commonality.Young) || !voters[voter].Id.IsForgotten)
            .OrderBy(voter => value(voters[voter])),
    ];
}
