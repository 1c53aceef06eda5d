using Arena.Core.Battles;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>Corrections of categories. A rating of a category follows from the battles in it, so a settled battle moves those of both.</summary>
internal sealed class CategoryStore(Database database, CategoryReplay replay) : ICategoryStore
{
    private const string Update = """
        update battles set category = @Category, category_source = @Source where id = @Id and state <> 'Void' and category is not @Category
        """;

    public Task<CorrectCategoryResult> CorrectAsync(
        BattleId id, string? category, MemberId by, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(scope => Correct(scope, id, category, by, at), cancellationToken);

    private CorrectCategoryResult Correct(WriteScope scope, BattleId id, string? category, MemberId by, DateTimeOffset at)
    {
        if (BattleStore.Find(scope.Connection, scope.Transaction, id) is not { } battle)
            return new CorrectCategoryResult.Unknown();
        if (battle.State == BattleState.Void)
            return new CorrectCategoryResult.NoResult();
        var values = new { Id = id.Value, Category = category, Source = nameof(CategorySource.Moderator) };
        if (scope.Connection.Execute(Update, values, scope.Transaction) == 0)
            return new CorrectCategoryResult.Same(category);

        var change = $"from {battle.Category ?? "none"} to {category ?? "none"}";
        AuditStore.Add(scope.Connection, scope.Transaction, new AuditEntry(at, battle.Server, by, "battle.category", id.ToString(), change));
        var isRated = battle.State == BattleState.Settled && BallotStore.Tally(scope.Connection, scope.Transaction, id).Counted > 0;
        if (isRated)
            replay.Run(scope, battle, category, by, at);
        return new CorrectCategoryResult.Corrected(BattleStore.Find(scope.Connection, scope.Transaction, id)!, battle.Category, isRated);
    }
}
