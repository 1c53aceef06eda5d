namespace Arena.Core.Ratings;

/// <summary>What a battle's counted ballots say as a whole. Wins, losses and ties on every board are verdicts.</summary>
public enum Verdict
{
    /// <summary>Side A won.</summary>
    A,

    /// <summary>Side B won.</summary>
    B,

    /// <summary>Neither side won: the sides are level, or more members saw a tie (or two bad answers) than a winner.</summary>
    Tie,
}
