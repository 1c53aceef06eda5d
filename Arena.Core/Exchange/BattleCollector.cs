using System.Runtime.InteropServices;
using System.Text;
using Arena.Core.Ratings;

namespace Arena.Core.Exchange;

/// <summary>Puts the ballots of a file together to battles: those with the same id are one, a row without an id is one by itself.</summary>
internal sealed class BattleCollector
{
    private readonly List<CollectedBattle> _battles = [];
    private readonly List<(AnswerStyle? A, AnswerStyle? B)> _styles = [];
    private readonly List<double> _weights = [];
    private readonly BattleIds _ids = new();
    private bool _areNumbered = true;
    private long _lastTime;

    /// <summary>Ballots that were offered.</summary>
    public long Offered { get; private set; }

    /// <summary>Ballots in the battles.</summary>
    public long Ballots { get; private set; }

    /// <summary>Takes a ballot; one that weighs nothing moves nothing.</summary>
    /// <param name="row">The ballot.</param>
    /// <param name="id">The battle's id; empty for a battle of its own.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public string? Add(in ImportRow row, ReadOnlySpan<byte> id)
    {
        Offered++;
        if (row.Weight == 0)
            return null;
        // A row that says no time follows the one before it.
        var time = row.Time ?? _lastTime;
        var number = 0L;
        var place = id.IsEmpty ? _battles.Count : _ids.PlaceOf(id, _battles.Count, out number);
        if (place == _battles.Count)
        {
            Begin(row, number, time);
            _areNumbered &= !id.IsEmpty;
        }
        else
        {
            ref var battle = ref CollectionsMarshal.AsSpan(_battles)[place];
            if (battle.A != row.A || battle.B != row.B)
                return $"its models are not those that battle {Encoding.UTF8.GetString(id)} began with";
            battle.Count(row.Choice);
            battle.Time = Math.Max(battle.Time, time);
        }

        _lastTime = time;
        Ballots++;
        return null;
    }

    /// <summary>The battles, in the order in which the Elo game is played.</summary>
    /// <param name="models">The names of the models by number.</param>
    public ComparisonTable ToTable(IReadOnlyList<string> models)
    {
        var table = new ComparisonTable(_battles.Count);
        foreach (var model in models)
            table.NumberOf(model);
        var battles = CollectionsMarshal.AsSpan(_battles);
        if (!_areNumbered || !_ids.AreNumbers)
        {
            for (var i = 0; i < battles.Length; i++)
                battles[i].Id = i + 1;
        }

        foreach (var i in InOrder(battles))
        {
            var (styleA, styleB) = i < _styles.Count ? _styles[i] : default;
            table.Add(battles[i].ToRow(), styleA, styleB, i < _weights.Count ? _weights[i] : 1);
        }

        return table;
    }

    private static IEnumerable<int> InOrder(ReadOnlySpan<CollectedBattle> battles)
    {
        var places = Enumerable.Range(0, battles.Length);
        for (var i = 1; i < battles.Length; i++)
        {
            if (CollectedBattle.Order(battles[i - 1], battles[i]) > 0)
            {
                var sorted = places.ToArray();
                battles.ToArray().AsSpan().Sort(sorted.AsSpan(), CollectedBattle.Order);
                return sorted;
            }
        }

        return places;
    }

    private void Begin(in ImportRow row, long number, long time)
    {
        // The first battle that has a style, or does not weigh 1, brings a place for every battle before it.
        if (_styles.Count > 0 || row.StyleA is not null || row.StyleB is not null)
        {
            CollectionsMarshal.SetCount(_styles, _battles.Count);
            _styles.Add((row.StyleA, row.StyleB));
        }

        if (_weights.Count > 0 || row.Weight != 1)
        {
            while (_weights.Count < _battles.Count)
                _weights.Add(1);
            _weights.Add(row.Weight);
        }

        _battles.Add(CollectedBattle.Of(row, number, time));
    }
}
