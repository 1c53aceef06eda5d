using Arena.Core.Ratings;
using Arena.Core.Roster;

namespace Arena.Core.Leaderboards;

/// <summary>How a model's rating moved, battle by battle, in order of settlement.</summary>
public sealed record RatingSeries(Model Model, RatingSystem System, Scope Scope, IReadOnlyList<RatingPoint> Points)
{
    /// <summary>What a picture calls the model.</summary>
    public string Name => StandingsBuilder.NameOf(Model);
}
