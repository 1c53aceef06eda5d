namespace Arena.Core.Integrity;

/// <summary>
/// Notices groups of accounts that choose (or avoid) one model nearly always, and have something in common besides. A crowd of honest fans
/// does the first; that its members have just made their accounts, or vote before they can have read, does not follow from it. So cohorts
/// are formed blindly, and asked how likely it is that so many of the one-sided members fall into one of them: docs/integrity.md.
/// </summary>
internal sealed class VotePatterns(VotePatternOptions options)
{
    // Cohorts that are looked at closely, of those that stand out.
    private const int Closely = 24;
    private const int Rounds = 8;

    /// <param name="ballots">All of the widest window, in settled battles of one server.</param>
    /// <param name="firstBallots">When each member cast their first ballot in the server.</param>
    /// <param name="now">The end of all windows.</param>
    public IReadOnlyList<VoteGroup> Find(
        IReadOnlyList<SeenBallot> ballots, IReadOnlyDictionary<MemberId, DateTimeOffset> firstBallots, DateTimeOffset now)
    {
        // What stands out in both windows is told as it stands out more.
        var groups = options.Windows
            .SelectMany(window => FindIn([.. ballots.Where(ballot => ballot.SettledAt > now - window)], firstBallots, window))
            .GroupBy(group => (group.Tag, group.Evidence.IsFor))
            .Select(same => same.MaxBy(group => group.Evidence.Exponent)!);
        // Who lifts one model votes against its rivals, and is told of once: by the model that most of their ballots are about.
        var told = new List<VoteGroup>();
        foreach (var group in groups.OrderByDescending(group => group.Evidence.Ballots))
        {
            if (!told.Exists(other => other.Members.Intersect(group.Members).Count() * 2 >= group.Members.Count))
                told.Add(group);
        }

        return told;
    }

    private IEnumerable<VoteGroup> FindIn(
        IReadOnlyList<SeenBallot> ballots, IReadOnlyDictionary<MemberId, DateTimeOffset> firstBallots, TimeSpan window)
    {
        VoterProfile[] voters =
        [
            .. ballots.GroupBy(ballot => ballot.Member)
                .Select(own => new VoterProfile(own.Key, firstBallots[own.Key], Statistics.Median(own.Select(ballot => ballot.Seconds)))),
        ];
        if (voters.Length <= options.SmallestGroup)
            return [];
        var cohorts = Cohorts.Of(voters, ballots, options.SmallestGroup);
        string[] tags = [.. ballots.SelectMany(ballot => new[] { ballot.ModelA, ballot.ModelB }).Distinct().Order(StringComparer.Ordinal)];
        var looks = Math.Log((double)options.Windows.Count * tags.Length * 2 * Math.Max(1, cohorts.Count));
        return tags.SelectMany(tag => new[] { true, false }.Select(isFor => new ModelVotes(tag, isFor, voters, ballots)))
            .Select(votes => FindOne(votes, cohorts, looks, window)).OfType<VoteGroup>();
    }

    // The strongest cohort first; then, without those, the next: a group may have been made on two days.
    private VoteGroup? FindOne(ModelVotes votes, IReadOnlyList<Cohort> cohorts, double looks, TimeSpan window)
    {
        var found = new List<(CohortLook Look, Cohort Cohort)>();
        for (var round = 0; round < Rounds; round++)
        {
            if (Strongest(votes, cohorts, looks) is not { } strongest)
                break;
            found.Add(strongest);
            votes.Leave(strongest.Look.OneSided);
        }

        if (found.Count == 0)
            return null;
        int[] members = [.. found.SelectMany(one => one.Look.OneSided)];
        var (look, cohort) = found[0];
        var exponent = -(look.LogProbability + looks) / Math.Log(10);
        return new VoteGroup(
            votes.Tag, [.. members.Select(member => votes.Voters[member].Id).OrderBy(id => id.Value)],
            votes.Evidence(members, cohort.Kind, window, exponent));
    }

    private (CohortLook Look, Cohort Cohort)? Strongest(ModelVotes votes, IReadOnlyList<Cohort> cohorts, double looks)
    {
        var bound = Math.Log(options.HighestProbability) - looks;
        return votes.StandingOut(cohorts, options, bound).Take(Closely)
            .Select(cohort => (Look: votes.LookAt(cohort, options), Cohort: cohort))
            .Where(one => one.Look.LogProbability <= bound && one.Look.OneSided.Count >= options.SmallestGroup)
            .OrderBy(one => one.Look.LogProbability)
            .Select(one => ((CohortLook, Cohort)?)one)
            .FirstOrDefault();
    }
}
