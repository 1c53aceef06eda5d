using System.Globalization;

namespace Bot.Presentation;

/// <summary>Numbers as people read them; every number carries its unit.</summary>
internal static class Numbers
{
    private static readonly string[] Ordinals =
        ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"];

    private static readonly string[] ByteUnits = ["bytes", "kB", "MB", "GB", "TB"];

    /// <summary><c>1320</c>.</summary>
    public static string Rating(double rating) => Told(Whole(rating));

    /// <summary>
    /// <c>1320 → 1367 (+47)</c>. What one model of a battle wins the other loses, and both ends can not be rounded so that this shows: so the
    /// change is rounded, the end is what the board shows, and the beginning is told so that the line adds up, up to a point beside the
    /// rounded one. A change too small for that is told to a tenth: <c>1760 → 1760 (+0.3)</c>.
    /// </summary>
    public static string Move(double before, double after) =>
        $"{Told(Whole(after) - Whole(Exact(after - before)))} → {Rating(after)} ({Change(before, after)})";

    /// <summary><c>1367 (+47)</c>: what the board shows, and what the battle changed.</summary>
    public static string Reached(double before, double after) => $"{Rating(after)} ({Change(before, after)})";

    /// <summary><c>+47</c>, <c>−0.3</c>, <c>±0</c>; that of the battle's other model is the same with the other sign.</summary>
    public static string Change(double before, double after) => SignedPoints(Exact(after - before));

    /// <summary><c>+23 points</c>, <c>−0.3 points</c>.</summary>
    public static string Points(double points) => $"{SignedPoints(Exact(points))} {(Whole(Math.Abs(points)) == 1 ? "point" : "points")}";

    /// <summary><c>+47</c>, <c>−3</c>, <c>±0</c>.</summary>
    public static string Signed(long change) => change switch
    {
        > 0 => string.Create(CultureInfo.InvariantCulture, $"+{change}"),
        < 0 => string.Create(CultureInfo.InvariantCulture, $"−{-change}"),
        _ => "±0",
    };

    /// <summary><c>1,234</c>.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>1 vote</c>, <c>25 votes</c>.</summary>
    public static string Count(long count, string one, string? many = null) => $"{Count(count)} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary><c>Third</c>, <c>11th</c>.</summary>
    public static string Ordinal(int place) => place is >= 1 and <= 10
        ? Ordinals[place - 1]
        : string.Create(CultureInfo.InvariantCulture, $"{place}{OrdinalEnding(place)}");

    /// <summary><c>0.3 s</c>, <c>12 s</c>.</summary>
    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{Scaled(time.TotalSeconds)} s");

    /// <summary><c>41 tokens/s</c>.</summary>
    public static string Speed(double tokensPerSecond) =>
        string.Create(CultureInfo.InvariantCulture, $"{Scaled(tokensPerSecond)} tokens/s");

    /// <summary><c>about 40 seconds</c>, <c>about 3 minutes</c>.</summary>
    public static string About(TimeSpan time)
    {
        var seconds = Math.Max(1, time.TotalSeconds);
        if (seconds < 10)
            return "a few seconds";
        if (seconds < 95)
            return string.Create(CultureInfo.InvariantCulture, $"about {Math.Round(seconds / 5) * 5:0} seconds");
        return seconds < 5400
            ? string.Create(CultureInfo.InvariantCulture, $"about {seconds / 60:0} minutes")
            : string.Create(CultureInfo.InvariantCulture, $"about {seconds / 3600:0.#} hours");
    }

    /// <summary><c>10 minutes</c>, <c>36 hours</c>: in the largest unit that it is whole in, days from two on.</summary>
    public static string Span(TimeSpan time) => (long)Math.Round(time.TotalSeconds) switch
    {
        > 86_400 and var seconds when seconds % 86_400 == 0 => Count(seconds / 86_400, "day"),
        > 0 and var seconds when seconds % 3_600 == 0 => Count(seconds / 3_600, "hour"),
        > 0 and var seconds when seconds % 60 == 0 => Count(seconds / 60, "minute"),
        var seconds => Count(seconds, "second"),
    };

    /// <summary><c>4.1 GB</c>, <c>85 MB</c>, <c>512 bytes</c>; by thousands, as disks and Ollama count.</summary>
    public static string Bytes(double bytes)
    {
        var (amount, unit) = (bytes, 0);
        while (unit < ByteUnits.Length - 1 && Math.Round(amount, amount < 10 ? 1 : 0) >= 1000)
            (amount, unit) = (amount / 1000, unit + 1);
        return $"{(unit == 0 ? Math.Round(amount).ToString("0", CultureInfo.InvariantCulture) : Scaled(amount))} {ByteUnits[unit]}";
    }

    private static string SignedPoints(double points)
    {
        var tenths = Math.Round(points, 1, MidpointRounding.AwayFromZero);
        return Whole(points) != 0 || tenths == 0
            ? Signed(Whole(points))
            : string.Create(CultureInfo.InvariantCulture, $"{(tenths > 0 ? "+" : "−")}{Math.Abs(tenths):0.0}");
    }

    private static string Told(long number) => number.ToString(CultureInfo.InvariantCulture).Replace('-', '−');

    // A battle's two changes are opposite but for the last bits, which must not decide how a half is rounded.
    private static double Exact(double change) => Math.Round(change, 6, MidpointRounding.AwayFromZero);

    private static long Whole(double number) => (long)Math.Round(number, MidpointRounding.AwayFromZero);

    private static string Scaled(double number) => number.ToString(number < 10 ? "0.#" : "0", CultureInfo.InvariantCulture);

    private static string OrdinalEnding(int place) => (place % 100) is >= 11 and <= 13 ? "th" : (place % 10) switch
    {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    };
}
