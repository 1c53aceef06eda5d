namespace Arena.Core.Battles;

/// <summary>The arena's one source of chance. Unlike <see cref="Random"/> with a seed it may be used by several threads.</summary>
public sealed class Dice(int? seed = null) : Random
{
    private readonly Lock _lock = new();
    private readonly Random _random = seed is { } value ? new Random(value) : new Random();

    public override int Next()
    {
        lock (_lock)
            return _random.Next();
    }

    public override int Next(int maxValue)
    {
        lock (_lock)
            return _random.Next(maxValue);
    }

    public override int Next(int minValue, int maxValue)
    {
        lock (_lock)
            return _random.Next(minValue, maxValue);
    }

    public override long NextInt64()
    {
        lock (_lock)
            return _random.NextInt64();
    }

    public override long NextInt64(long maxValue)
    {
        lock (_lock)
            return _random.NextInt64(maxValue);
    }

    public override long NextInt64(long minValue, long maxValue)
    {
        lock (_lock)
            return _random.NextInt64(minValue, maxValue);
    }

    public override double NextDouble()
    {
        lock (_lock)
            return _random.NextDouble();
    }

    public override float NextSingle()
    {
        lock (_lock)
            return _random.NextSingle();
    }

    public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    public override void NextBytes(Span<byte> buffer)
    {
        lock (_lock)
            _random.NextBytes(buffer);
    }

    protected override double Sample() => NextDouble();
}
