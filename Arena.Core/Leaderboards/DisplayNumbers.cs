using System.Globalization;
using Arena.Core.Ratings;

namespace Arena.Core.Leaderboards;

/// <summary>Numbers as boards and pictures write them.</summary>
public static class DisplayNumbers
{
    /// <summary><c>0.909</c> for a Score, <c>1320</c> for points.</summary>
    public static string Rating(RatingSystem system, double rating) => system == RatingSystem.Score
        ? rating.ToString("0.000", CultureInfo.InvariantCulture)
        : (Math.Round(rating, MidpointRounding.AwayFromZero) + 0.0).ToString("0", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary><c>±41</c>, or <c>+45 −38</c> where it reaches farther on one side.</summary>
    public static string Interval(RatingSystem system, double rating, RatingInterval interval)
    {
        var (up, down) = (Rating(system, interval.Upper - rating), Rating(system, rating - interval.Lower));
        return up == down ? $"±{up}" : $"+{up} −{down}";
    }

    /// <summary>
    /// <c>58 %</c> and <c>42 %</c>, which make a hundred; what is neither none nor all is not told as such: <c>99.9 %</c> and <c>0.1 %</c>.
    /// </summary>
    public static (string Share, string Other) Percents(double share)
    {
        var percent = share * 100;
        var told = percent is (> 0 and < 1) or (> 99 and < 100)
            ? Math.Clamp(Math.Round(percent, 1), 0.1, 99.9)
            : Math.Round(percent, MidpointRounding.AwayFromZero);
        return (string.Create(CultureInfo.InvariantCulture, $"{told:0.#} %"), string.Create(CultureInfo.InvariantCulture, $"{100 - told:0.#} %"));
    }

    /// <summary><c>7.6B</c>, or <c>80M</c> below a tenth of a billion; empty when unknown.</summary>
    public static string Size(double? billions) => billions switch
    {
        null or <= 0 => "",
        < 0.1 => string.Create(CultureInfo.InvariantCulture, $"{billions * 1000:0.#}M"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{billions:0.##}B"),
    };

    /// <summary><c>12,345</c>; from a million on <c>1.23M</c>, from a billion <c>1.23G</c>.</summary>
    public static string Count(long count) => count switch
    {
        < 1_000_000 => count.ToString("N0", CultureInfo.InvariantCulture),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{count / 1e6:0.##}M"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{count / 1e9:0.##}G"),
    };

    /// <summary><c>1 ballot</c>, <c>12,345 ballots</c>.</summary>
    public static string Counted(long count, string one) => count == 1 ? $"1 {one}" : $"{Count(count)} {one}s";

    /// <summary><c>22 Nov 2026, 14:05 UTC</c>: pictures can not show everyone their own clock.</summary>
    public static string Moment(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
