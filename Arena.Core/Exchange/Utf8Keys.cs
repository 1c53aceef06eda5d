using System.Numerics;
using System.Runtime.InteropServices;

namespace Arena.Core.Exchange;

/// <summary>Bytes as keys of a dictionary that can be asked with a span, so that nothing is made for what is known already.</summary>
internal sealed class Utf8Keys : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;    // 2^64 over the golden ratio (Knuth, vol. 3, 6.4)

    public static Utf8Keys Comparer { get; } = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        var hash = (ulong)alternate.Length;
        for (; alternate.Length >= sizeof(ulong); alternate = alternate[sizeof(ulong)..])
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(alternate));
        var rest = 0UL;
        foreach (var value in alternate)
            rest = (rest << 8) | value;
        return (int)(Mix(hash ^ rest) >> 32);
    }

    private static ulong Mix(ulong value) => BitOperations.RotateLeft(value * Multiplier, 31) * Multiplier;
}
