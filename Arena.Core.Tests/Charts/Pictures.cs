using Arena.Core.Battles;
using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Tests.Leaderboards;

namespace Arena.Core.Tests.Charts;

/// <summary>Builds what pictures are drawn of; a test says only what it cares about.</summary>
internal static class Pictures
{
    /// <summary>Names as strangers write them, and as those who test limits do.</summary>
    public static readonly string[] HardNames =
    [
        .. Boards.OddNames, new string('M', 200), string.Concat(Enumerable.Repeat("漢字かな", 50)), string.Concat(Enumerable.Repeat("🚀", 100)),
        string.Concat(Enumerable.Repeat("נמוזג 13B ", 20)), string.Concat(Enumerable.Repeat("نموذج ", 33)), new string('-', 200),
    ];

    public static IReadOnlyList<ChartTheme> Themes { get; } = [ChartTheme.Dark, ChartTheme.Light, ChartTheme.HighContrast];

    public static Func<int, string>? Names(bool hard) => hard ? i => HardNames[i % HardNames.Length] : null;

    /// <summary>A matrix of the first models of a board.</summary>
    public static PairMatrix Matrix(PairMatrixKind kind, Standings board, Func<int, int, double?> cell)
    {
        var models = board.Rows.Take(PairMatrix.Most).ToList();
        var cells = models.Select((_, row) => (IReadOnlyList<double?>)[.. models.Select((_, column) => row == column ? null : cell(row, column))]);
        return new PairMatrix(kind, board.Scope, models, [.. cells], board.Rows.Count, board.Battles, board.AsOf);
    }

    public static BallotCounts Counts(BallotProperty by, params (string? Value, int Ballots)[] rows) =>
        new(by, new Scope(new ServerId(5), null), [.. rows.Select(r => new BallotCount(r.Value, r.Ballots, r.Ballots / 3))], Boards.Noon);

    public static RatingSeries Series(RatingSystem system, string tag, int points, int seed = 1)
    {
        var random = new Random(seed);
        var (value, steps) = (1500.0, new List<RatingPoint>());
        for (var i = 1; i <= points; i++)
        {
            var before = value;
            value += (random.NextDouble() - 0.5) * 60;
            steps.Add(system == RatingSystem.BradleyTerry
                ? new RatingPoint(null, Boards.Noon.Date.AddDays(i + seed), before, value)
                : new RatingPoint(new BattleId(i), Boards.Noon.AddMinutes(i * 7), before, value));
        }

        return new RatingSeries(Boards.Model(tag), system, new Scope(new ServerId(5), null), steps);
    }

    public static HeadToHead HeadToHead(
        string a, string b, double? expected, double? actual, BattleRecord record, int points = 20, RatingSystem system = RatingSystem.BradleyTerry)
    {
        var scope = new Scope(new ServerId(5), null);
        return new HeadToHead(
            scope, new ModelRecord(Boards.Model("a", a), scope, [], record, []), new ModelRecord(Boards.Model("b", b), scope, [], record, []),
            DisplayText.Clean(a), DisplayText.Clean(b), expected, actual, record, [Series(system, "a", points), Series(system, "b", points, 2)], system);
    }

    public static MemberSummary Member(int models, Func<int, string>? name = null)
    {
        var favourites = Enumerable.Range(0, models).Select(i =>
        {
            var (ballots, points) = (40 - i % 40, (40 - i % 40) * (models - i) / (models + 1.0));
            var model = Boards.Model($"m{i}", name?.Invoke(i));
            return new Favourite(model, StandingsBuilder.NameOf(model), ballots, points, (points + 1) / (ballots + 2));
        });
        return new MemberSummary(new Scope(new ServerId(5), null), 50, 48, 7, [.. favourites], 40, 27) { AsOf = Boards.Noon };
    }
}
