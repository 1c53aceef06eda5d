namespace Bot.Discord;

/// <summary>Delays between tries: each about twice the one before, up to a longest, scattered so that many clients do not come back at once.</summary>
internal static class Backoff
{
    /// <summary>Endless and lazy. Each delay lies between half and the whole of its step.</summary>
    public static IEnumerable<TimeSpan> Delays(TimeSpan first, TimeSpan longest, Chance chance)
    {
        var step = first;
        while (true)
        {
            yield return chance.Between(step / 2, step);
            step = step * 2 < longest ? step * 2 : longest;
        }
    }

    /// <summary>The same with one try at once before the first delay.</summary>
    public static IEnumerable<TimeSpan> DelaysAfterOneAtOnce(TimeSpan first, TimeSpan longest, Chance chance) =>
        Delays(first, longest, chance).Prepend(TimeSpan.Zero);
}
