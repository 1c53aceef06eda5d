namespace Arena.Core.Battles;

/// <summary>What became of a request to correct a battle's category.</summary>
public abstract record CorrectCategoryResult
{
    private CorrectCategoryResult() { }

    /// <summary>It is stored.</summary>
    /// <param name="Battle">As it is now.</param>
    /// <param name="From">What it was; null when it had none.</param>
    /// <param name="AreRatingsRecomputed">Whether the battle is rated, so that the ratings of both categories were computed again.</param>
    public sealed record Corrected(Battle Battle, string? From, bool AreRatingsRecomputed) : CorrectCategoryResult;

    /// <summary>It had that category already.</summary>
    /// <param name="Category">Null when it has none, and is to have none.</param>
    public sealed record Same(string? Category) : CorrectCategoryResult;

    /// <summary>The battle ended without a result: its category is of no use to anybody.</summary>
    public sealed record NoResult : CorrectCategoryResult;

    /// <summary>There is no such category.</summary>
    public sealed record UnknownCategory(string Category) : CorrectCategoryResult;

    /// <summary>There is no such battle.</summary>
    public sealed record Unknown : CorrectCategoryResult;
}
