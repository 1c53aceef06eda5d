namespace Arena.Core.Battles;

/// <summary>Where a battle's category is corrected.</summary>
internal interface ICategoryStore
{
    /// <summary>
    /// Stores a moderator's word on a battle's category, notes in the audit who changed it from what to what, and computes the ratings of
    /// both categories again if the battle is rated; all in one transaction.
    /// </summary>
    /// <param name="category">One of the prompt categories, or null for none.</param>
    /// <exception cref="DatabaseException">Nothing can be stored.</exception>
    Task<CorrectCategoryResult> CorrectAsync(
        BattleId id, string? category, MemberId by, DateTimeOffset at, CancellationToken cancellationToken);
}
