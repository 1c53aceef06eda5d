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

    /// <summary>24 characters that no other message has.</summary>
    public string Nonce()
    {
        Span<byte> bytes = stackalloc byte[12];
        lock (_lock)
            random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
