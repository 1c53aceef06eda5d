namespace Arena.Core.Integrity;

/// <summary>The ballots in battles with one model, seen from one side: for it, or against it.</summary>
internal sealed class ModelVotes
{
    // Others of a battle are few; so many ballots of the average other are added to theirs.
    private const double Smoothing = 2;

    private readonly Dictionary<long, List<(int Voter, bool Hit)>> _battles = [];
    private readonly List<long>[] _battlesOf;
    private readonly int[] _ballots;
    private readonly int[] _hits;
    private readonly bool[] _left;
    private readonly IReadOnlyList<SeenBallot> _all;

    public ModelVotes(string tag, bool isFor, IReadOnlyList<VoterProfile> voters, IReadOnlyList<SeenBallot> ballots)
    {
        (Tag, IsFor, Voters) = (tag, isFor, voters);
        _battlesOf = [.. voters.Select(_ => new List<long>())];
        (_ballots, _hits, _left) = (new int[voters.Count], new int[voters.Count], new bool[voters.Count]);
        _all = [.. ballots.Where(ballot => ballot.ModelA == tag || ballot.ModelB == tag)];
        var index = new Dictionary<MemberId, int>();
        for (var i = 0; i < voters.Count; i++)
            index.Add(voters[i].Id, i);
        foreach (var ballot in _all)
            Add(index[ballot.Member], ballot);
    }

    public string Tag { get; }

    public bool IsFor { get; }

    public IReadOnlyList<VoterProfile> Voters { get; }

    /// <summary>These are found already: they are neither counted nor held against anybody from now on.</summary>
    public void Leave(IEnumerable<int> voters)
    {
        foreach (var voter in voters)
            _left[voter] = true;
    }

    /// <summary>Cohorts with unlikely many one-sided members, the most unlikely first; by shares alone, which costs little.</summary>
    /// <param name="bound">ln of the probability from which on one is unlikely.</param>
    public IEnumerable<Cohort> StandingOut(IReadOnlyList<Cohort> cohorts, VotePatternOptions options, double bound)
    {
        // Inside a cohort members count from one number of ballots on, outside from another.
        var (inside, insideMarked) = (Sums(voter => Has(voter, options.FewestBallots)), Sums(voter => Has(voter, options.FewestBallots) && IsOneSided(voter, options)));
        var (any, anyMarked) = (Sums(voter => Has(voter, options.FewestOfOthers)), Sums(voter => Has(voter, options.FewestOfOthers) && IsOneSided(voter, options)));
        return cohorts
            .Select(cohort => (Cohort: cohort, Drawn: inside.Of(cohort), Hits: insideMarked.Of(cohort)))
            .Where(one => one.Hits >= options.SmallestGroup && one.Hits >= options.ShareOfCohort * one.Drawn)
            .Select(one => (one.Cohort, Log: ExactTails.Hypergeometric(
                any.All - any.Of(one.Cohort) + one.Drawn, anyMarked.All - anyMarked.Of(one.Cohort) + one.Hits, one.Drawn, one.Hits)))
            .Where(one => one.Log <= bound)
            .OrderBy(one => one.Log)
            .Select(one => one.Cohort);
    }

    /// <summary>
    /// Holds every member's share against what the others in the same battles say, those outside the cohort. The probability is the higher
    /// of two: that a blind draw of members puts so many one-sided ones into the cohort, and that so many of its members turn out one-sided by
    /// voting as the others do.
    /// </summary>
    public CohortLook LookAt(Cohort cohort, VotePatternOptions options)
    {
        var inside = new HashSet<int>();
        foreach (var voter in cohort.Voters)
            inside.Add(voter);
        var usual = Usual(inside);
        var (all, marked, drawn) = (0, 0, 0);
        var (oneSided, chances) = (new List<int>(), new List<double>());
        for (var voter = 0; voter < Voters.Count; voter++)
        {
            if (!Has(voter, inside.Contains(voter) ? options.FewestBallots : options.FewestOfOthers))
                continue;
            var expected = Expected(voter, inside, usual);
            var needed = Needed(_ballots[voter], expected, options);
            var isOneSided = _hits[voter] >= needed;
            all++;
            marked += isOneSided ? 1 : 0;
            if (!inside.Contains(voter))
                continue;
            drawn++;
            // By Hoeffding (1956) battles that differ in their chances only make the tail thinner.
            chances.Add(ExactTails.Binomial(_ballots[voter], expected, needed));
            if (isOneSided)
                oneSided.Add(voter);
        }

        if (oneSided.Count < options.ShareOfCohort * drawn)
            return new CohortLook(0, oneSided);
        var blind = ExactTails.Hypergeometric(all, marked, drawn, oneSided.Count);
        var alike = ExactTails.PoissonBinomial(chances, oneSided.Count);
        return new CohortLook(Math.Max(blind, alike), oneSided);
    }

    public SuspicionEvidence Evidence(IReadOnlyList<int> members, Commonality kind, TimeSpan window, double exponent)
    {
        var own = members.ToHashSet();
        var ids = members.Select(member => Voters[member].Id).ToHashSet();
        var battles = _battles.Where(battle => battle.Value.Exists(ballot => own.Contains(ballot.Voter))).ToDictionary();
        var others = battles.Values.SelectMany(ballots => ballots).Where(ballot => !own.Contains(ballot.Voter)).ToList();
        var ballots = members.Sum(member => _ballots[member]);
        double[] theirSeconds = [.. _all.Where(ballot => battles.ContainsKey(ballot.Battle) && !ids.Contains(ballot.Member)).Select(ballot => ballot.Seconds)];
        var known = members.Where(member => !Voters[member].Id.IsForgotten).ToList();
        return new SuspicionEvidence(
            IsFor, kind, members.Count, ballots, battles.Count,
            (double)members.Sum(member => _hits[member]) / ballots,
            others.Count == 0 ? Usual(own) : (double)others.Count(ballot => ballot.Hit) / others.Count,
            Statistics.Median(_all.Where(ballot => ids.Contains(ballot.Member)).Select(ballot => ballot.Seconds)),
            theirSeconds.Length == 0 ? null : Statistics.Median(theirSeconds),
            known.Count == 0 ? null : Statistics.Median(known.Select(member => Voters[member].AgeAtFirst.TotalDays)),
            known.Count == 0 ? null : Span(known, voter => voter.MadeAt), Span(members, voter => voter.FirstBallotAt), window.TotalDays, exponent);
    }

    private double Span(IReadOnlyList<int> members, Func<VoterProfile, DateTimeOffset> moment) =>
        (members.Max(member => moment(Voters[member])) - members.Min(member => moment(Voters[member]))).TotalDays;

    private void Add(int voter, SeenBallot ballot)
    {
        var hit = ballot.Chosen is { } chosen && (chosen == Tag) == IsFor;
        if (!_battles.TryGetValue(ballot.Battle, out var battle))
            _battles.Add(ballot.Battle, battle = []);
        battle.Add((voter, hit));
        _battlesOf[voter].Add(ballot.Battle);
        _ballots[voter]++;
        _hits[voter] += hit ? 1 : 0;
    }

    private bool Has(int voter, int ballots) => !_left[voter] && _ballots[voter] >= ballots;

    private bool IsOneSided(int voter, VotePatternOptions options) => _hits[voter] >= options.OneSided * _ballots[voter];

    private static int Needed(int ballots, double expected, VotePatternOptions options) =>
        (int)Math.Ceiling(ballots * Math.Max(options.OneSided, expected + options.Lift) - 1e-9);

    // The share among everybody outside, in all battles with the model; half a ballot each way, so that it is never 0 or 1.
    private double Usual(HashSet<int> inside)
    {
        var (ballots, hits) = (1.0, 0.5);
        for (var voter = 0; voter < Voters.Count; voter++)
        {
            if (inside.Contains(voter) || _left[voter])
                continue;
            ballots += _ballots[voter];
            hits += _hits[voter];
        }

        return hits / ballots;
    }

    // What the others outside say in the voter's own battles.
    private double Expected(int voter, HashSet<int> inside, double usual)
    {
        var sum = 0.0;
        foreach (var battle in _battlesOf[voter])
        {
            var (ballots, hits) = (Smoothing, Smoothing * usual);
            foreach (var other in _battles[battle])
            {
                if (other.Voter == voter || inside.Contains(other.Voter) || _left[other.Voter])
                    continue;
                ballots++;
                hits += other.Hit ? 1 : 0;
            }

            sum += hits / ballots;
        }

        return sum / _battlesOf[voter].Count;
    }

    private PrefixSums Sums(Func<int, bool> counts) => new(Voters.Count, counts);

    // How many of a cohort; each order is summed up once.
    private sealed class PrefixSums(int voters, Func<int, bool> counts)
    {
        private readonly Dictionary<int[], int[]> _sums = [];

        public int All { get; } = Enumerable.Range(0, voters).Count(counts);

        public int Of(Cohort cohort)
        {
            if (!_sums.TryGetValue(cohort.Order, out var sums))
            {
                sums = new int[cohort.Order.Length + 1];
                for (var i = 0; i < cohort.Order.Length; i++)
                    sums[i + 1] = sums[i] + (counts(cohort.Order[i]) ? 1 : 0);
                _sums.Add(cohort.Order, sums);
            }

            return sums[cohort.To] - sums[cohort.From];
        }
    }
}
