namespace Bot.Discord;

/// <summary>The injected dice behind a lock: several connections throw them at once, and a seeded <see cref="Random"/> is not safe for that.</summary>
internal sealed class Chance(Random random)
{
    private readonly Lock _lock = new();

    /// <summary>At least 0, less than 1.</summary>
    public double Next()
    {
        lock (_lock)
            return random.NextDouble();
    }

    /// <summary>Any time between two.</summary>
    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + (most - least) * Next();

    /// <summary>
    /// 24 characters that no other message has. Not from the dice: with the same seed a second process would find its messages taken for
    /// those of the first.
    /// </summary>
    public static string Nonce() => Guid.NewGuid().ToString("N")[..24];
}
