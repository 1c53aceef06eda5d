namespace Arena.Core.Ratings;

/// <summary>The three questions a board can answer.</summary>
public enum RatingSystem
{
    /// <summary>Who wins battles, and has fought enough of them? <see cref="Ratings.Score"/>.</summary>
    Score,

    /// <summary>How do things stand after last night? A live game with a size handicap. <see cref="Ratings.Elo"/>.</summary>
    Elo,

    /// <summary>What do all ballots together say, and how sure are we? Fitted to the ballots' shares.</summary>
    BradleyTerry,
}
