using Arena.Core.Ratings;

namespace Arena.Core.Storage;

/// <summary>
/// How every battle moved Elo and Score. There are millions of moves, so only the numbers are kept; whose they are follows from the battle
/// and the order in which <see cref="RatingBook"/> enters it.
/// </summary>
/// <param name="battles">In the order in which they are played.</param>
internal sealed class MoveLog(IReadOnlyList<RatedBattle> battles)
{
    private static readonly string[] Systems = [nameof(RatingSystem.Elo), nameof(RatingSystem.Score)];

    private readonly List<(double Before, double After)> _moves = [];
    private readonly List<int> _begins = new(battles.Count);

    /// <summary>The next battle is entered.</summary>
    public void BeginBattle() => _begins.Add(_moves.Count);

    public void Add(RatingMove move) => _moves.Add((move.Before, move.After));

    /// <summary>The rows of <c>rating_history</c>, in the order of its key.</summary>
    public IEnumerable<RatingMove> InOrderOfKey()
    {
        var rows = new List<RatingMove>();
        foreach (var number in Enumerable.Range(0, battles.Count).OrderBy(i => battles[i].Comparison.Battle))
        {
            rows.Clear();
            rows.AddRange(Of(number));
            rows.Sort((x, y) => x.CompareKey(y));
            foreach (var row in rows)
                yield return row;
        }
    }

    private IEnumerable<RatingMove> Of(int number)
    {
        var battle = battles[number];
        var (at, settled) = (_begins[number], battle.Comparison.SettledAt.ToColumn());
        foreach (var scope in battle.Scopes())
        foreach (var system in Systems)
        {
            yield return Next(battle.Comparison.ModelA);
            yield return Next(battle.Comparison.ModelB);

            RatingMove Next(string tag)
            {
                var (before, after) = _moves[at++];
                return new RatingMove(battle.Comparison.Battle, system, scope.Server, scope.Category, tag, before, after, settled);
            }
        }
    }
}
