using System.Data;
using Arena.Core.Battles;
using Arena.Core.Ratings;

namespace Arena.Core.Storage;

/// <summary>The ratings as they are stored, read and written as one battle settles.</summary>
internal sealed class StoredSheet(IDbConnection connection, IDbTransaction transaction) : IRatingSheet
{
    public RatingRow? Find(RatingSystem system, ScopeKey scope, string tag) =>
        RatingStore.Find(connection, transaction, system, scope.Server, scope.Category, tag);

    public void Put(RatingSystem system, ScopeKey scope, RatingRow row) => RatingStore.Put(connection, transaction, row);

    public void PutHistory(BattleId battle, RatingRow after, double before, DateTimeOffset at) =>
        RatingStore.PutHistory(connection, transaction, battle, after, before, at);
}
