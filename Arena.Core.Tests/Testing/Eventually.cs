using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Arena.Core.Tests.Testing;

/// <summary>Waits for what happens elsewhere. The bound is for machines that are very busy; nothing is measured by it.</summary>
internal static class Eventually
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(50);
    private static readonly object Done = new();

    /// <summary>The first value that is not null.</summary>
    /// <param name="lastSeen">Asked when nothing came within the bound, for the failure's text.</param>
    public static async Task<T> GetAsync<T>(
        Func<Task<T?>> probe, [CallerArgumentExpression(nameof(probe))] string what = "", Func<Task<string>>? lastSeen = null)
        where T : class
    {
        var since = Stopwatch.GetTimestamp();
        // What is at hand is seen soon, and what takes long is not asked for all the time.
        var pause = TimeSpan.FromMilliseconds(2);
        while (Stopwatch.GetElapsedTime(since) < Patience.Bound)
        {
            if (await probe() is { } value)
                return value;
            await Task.Delay(pause, TestContext.Current.CancellationToken);
            pause = pause * 1.2 < LongestPause ? pause * 1.2 : LongestPause;
        }

        throw new TimeoutException($"Not within {Patience.Bound.TotalSeconds} s: {what}\nLast seen: {(lastSeen is null ? "-" : await lastSeen())}");
    }

    public static Task TrueAsync(
        Func<Task<bool>> probe, [CallerArgumentExpression(nameof(probe))] string what = "", Func<Task<string>>? lastSeen = null) =>
        GetAsync<object>(async () => await probe() ? Done : null, what, lastSeen);

    public static Task TrueAsync(Func<bool> probe, [CallerArgumentExpression(nameof(probe))] string what = "") =>
        TrueAsync(() => Task.FromResult(probe()), what);
}
