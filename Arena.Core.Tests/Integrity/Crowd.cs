using Arena.Core.Integrity;

namespace Arena.Core.Tests.Integrity;

/// <summary>A made-up server for a month: members with tastes of their own, some of them fans, and, if asked, accounts that lift a model together.</summary>
internal sealed class Crowd
{
    public static readonly DateTimeOffset End = new(2026, 6, 30, 0, 0, 0, TimeSpan.Zero);

    private readonly Random _random;
    private readonly List<SeenBallot> _ballots = [];
    private readonly Dictionary<MemberId, DateTimeOffset> _first = [];
    private readonly List<(MemberId Id, double Activity, double[] Taste, double Pace)> _honest = [];
    private readonly double[] _strengths;
    private long _battle;

    /// <param name="fans">How many of the members are fans of the first model, who choose it nearly always.</param>
    /// <param name="newcomers">The share of members who first voted within this month; the others came over two years.</param>
    public Crowd(int seed, int members, int fans, int models = 8, double newcomers = 0.3, double spread = 0.8)
    {
        _random = new Random(seed);
        _strengths = [.. Enumerable.Range(0, models).Select(_ => Normal() * 0.7)];
        for (var i = 0; i < members; i++)
        {
            var made = End - TimeSpan.FromDays(30 + _random.NextDouble() * _random.NextDouble() * 3_000);
            var came = _random.NextDouble() < newcomers ? End - TimeSpan.FromDays(_random.NextDouble() * 30) : End - TimeSpan.FromDays(30 + _random.NextDouble() * 700);
            var id = Made(came < made ? came : made);
            _first[id] = came;
            var taste = Enumerable.Range(0, models).Select(_ => Normal() * spread).ToArray();
            if (i < fans)
                taste[0] += 3;
            _honest.Add((id, Math.Exp(Normal()), taste, 25 * Math.Exp(Normal() * 0.6)));
        }
    }

    public IReadOnlyList<SeenBallot> Ballots => _ballots;

    public IReadOnlyDictionary<MemberId, DateTimeOffset> FirstBallots => _first;

    public HashSet<MemberId> Attackers { get; } = [];

    public static string Tag(int model) => $"model-{model}:7b";

    /// <summary>Battles of the month, each with about so many honest ballots.</summary>
    public void Vote(int battles, double voters, double days = 30)
    {
        var activity = _honest.Sum(member => member.Activity);
        for (var i = 0; i < battles; i++)
        {
            var (a, b) = (_random.Next(_strengths.Length), _random.Next(_strengths.Length - 1));
            b += b >= a ? 1 : 0;
            var at = End - TimeSpan.FromDays(days * (1 - (i + 0.5) / battles));
            var better = _strengths[a] - _strengths[b] + Normal() * 0.7;
            _battle++;
            foreach (var member in _honest.Where(member => _first[member.Id] <= at && _random.NextDouble() < Math.Min(1, voters * member.Activity / activity)))
            {
                var chosen = _random.NextDouble() switch
                {
                    < 0.12 => null,
                    _ => _random.NextDouble() < 1 / (1 + Math.Exp(-(better + member.Taste[a] - member.Taste[b]))) ? Tag(a) : Tag(b),
                };
                Cast(member.Id, a, b, chosen, at, member.Pace * Math.Exp(Normal() * 0.5));
            }
        }
    }

    /// <summary>Accounts that choose a model wherever it plays: each in this share of the battles with it.</summary>
    public void Attack(int accounts, int model, double attendance, Func<Random, TimeSpan> age, double days = 30, double honesty = 0, double pace = 25)
    {
        var members = Enumerable.Range(0, accounts).Select(_ => Made(End - TimeSpan.FromDays(days) - age(_random))).ToList();
        Attackers.UnionWith(members);
        foreach (var battle in _ballots.GroupBy(ballot => ballot.Battle).Select(battle => battle.First()).ToList())
        {
            if (battle.SettledAt < End - TimeSpan.FromDays(days) || (battle.ModelA != Tag(model) && battle.ModelB != Tag(model)))
                continue;
            foreach (var member in members.Where(_ => _random.NextDouble() < attendance))
            {
                var other = battle.ModelA == Tag(model) ? battle.ModelB : battle.ModelA;
                _first.TryAdd(member, battle.SettledAt);
                _ballots.Add(battle with
                {
                    Member = member, Chosen = _random.NextDouble() < honesty ? other : Tag(model), Seconds = pace * Math.Exp(Normal() * 0.6),
                });
            }
        }

        foreach (var member in members.Where(member => !_first.ContainsKey(member)))
            Attackers.Remove(member);
    }

    private void Cast(MemberId member, int a, int b, string? chosen, DateTimeOffset at, double seconds) =>
        _ballots.Add(new SeenBallot(_battle, member, Tag(a), Tag(b), chosen, at, Math.Min(600, seconds)));

    // A snowflake holds the moment at which it was made.
    private MemberId Made(DateTimeOffset at) => new((ulong)(at.ToUnixTimeMilliseconds() - 1_420_070_400_000) << 22 | (uint)_random.Next(1 << 22));

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
