using Arena.Core.Battles;
using Arena.Core.Ratings;

namespace Arena.Core.Storage;

/// <summary>Where the ratings stand that a battle moves.</summary>
internal interface IRatingSheet
{
    /// <summary>A model's standing in a scope; null before its first counted battle there.</summary>
    RatingRow? Find(RatingSystem system, ScopeKey scope, string tag);

    void Put(RatingSystem system, ScopeKey scope, RatingRow row);

    void PutHistory(BattleId battle, RatingRow after, double before, DateTimeOffset at);
}
