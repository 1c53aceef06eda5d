using Arena.Core.Battles;
using Arena.Core.Ratings;

namespace Arena.Core.Storage;

/// <summary>The ratings while battles are played again: the present standing of each model is remembered.</summary>
/// <param name="onMove">Gets each move, in the order of <see cref="RatingBook"/>.</param>
internal sealed class RememberedSheet(Action<RatingMove> onMove) : IRatingSheet
{
    private readonly Dictionary<(RatingSystem System, ScopeKey Scope, string Tag), RatingRow> _rows = [];

    /// <summary>The standings, in no order.</summary>
    public IReadOnlyCollection<RatingRow> Rows => _rows.Values;

    public RatingRow? Find(RatingSystem system, ScopeKey key, string tag) => _rows.GetValueOrDefault((system, key, tag));

    public void Put(RatingSystem system, ScopeKey key, RatingRow row) => _rows[(system, key, row.Tag)] = row;

    public void PutHistory(BattleId battle, RatingRow after, double before, DateTimeOffset at) => onMove(new RatingMove(
        battle.Value, after.System, after.ServerId, after.Category, after.Tag, before, after.Rating, at.ToColumn()));
}
