using System.Globalization;

namespace Sandbox.World;

/// <summary>
/// Makes Discord ids: milliseconds since the first second of 2015 in the upper 42 bits, then a counter. Strictly increasing,
/// even if the clock stands still or goes back.
/// </summary>
internal sealed class Snowflakes(TimeProvider time)
{
    private const long DiscordEpoch = 1_420_070_400_000;
    private ulong _last;

    public ulong Next()
    {
        var now = First(time.GetUtcNow());
        _last = now > _last ? now : _last + 1;
        return _last;
    }

    /// <summary>The smallest id of a moment.</summary>
    public static ulong First(DateTimeOffset moment) =>
        moment.ToUnixTimeMilliseconds() <= DiscordEpoch ? 0 : (ulong)(moment.ToUnixTimeMilliseconds() - DiscordEpoch) << 22;

    public static DateTimeOffset CreatedAt(ulong id) => DateTimeOffset.FromUnixTimeMilliseconds((long)(id >> 22) + DiscordEpoch);

    public static bool TryParse(string? text, out ulong id) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && (text!.Length == 1 || text[0] != '0');
}
