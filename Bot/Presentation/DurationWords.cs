namespace Bot.Presentation;

/// <summary>Lengths of time as people say them.</summary>
internal static class DurationWords
{
    private static readonly (string Unit, TimeSpan Length)[] Units =
    [
        ("day", TimeSpan.FromDays(1)),
        ("hour", TimeSpan.FromHours(1)),
        ("minute", TimeSpan.FromMinutes(1)),
        ("second", TimeSpan.FromSeconds(1)),
        ("millisecond", TimeSpan.FromMilliseconds(1)),
    ];

    /// <summary><c>10 minutes</c>, <c>1 hour 30 minutes</c>.</summary>
    public static string Of(TimeSpan time)
    {
        var words = new List<string>();
        foreach (var (unit, length) in Units)
        {
            var count = time.Ticks / length.Ticks;
            time -= count * length;
            if (count > 0)
                words.Add(Numbers.Count(count, unit));
        }

        return words.Count == 0 ? "0 seconds" : string.Join(' ', words);
    }
}
