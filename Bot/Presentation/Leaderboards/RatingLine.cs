using Arena.Core.Leaderboards;

namespace Bot.Presentation.Leaderboards;

/// <summary>A model's rating as a piece of a line.</summary>
internal static class RatingLine
{
    /// <summary><c>1083 ±41</c>, <c>0.909</c>.</summary>
    public static string Of(ModelRating rating)
    {
        var number = DisplayNumbers.Rating(rating.System, rating.Rating);
        return rating.Interval is { } interval ? $"{number} {DisplayNumbers.Interval(rating.System, rating.Rating, interval)}" : number;
    }
}
