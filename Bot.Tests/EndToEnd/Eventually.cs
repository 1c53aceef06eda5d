using System.Runtime.CompilerServices;

namespace Bot.Tests.EndToEnd;

/// <summary>Waits for conditions, never for times.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    /// <summary>The first value that is not null; fails with the description and the last thing seen when none comes within the bound.</summary>
    public static async Task<T> GetAsync<T>(
        Func<Task<T?>> probe, Func<Task<string>>? lastSeen = null, [CallerArgumentExpression(nameof(probe))] string what = "")
        where T : class
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var bound = new CancellationTokenSource(Bound);
        while (!bound.IsCancellationRequested)
        {
            if (await probe() is { } value)
                return value;
            await Task.Delay(Pause, cancellationToken);
        }

        throw new TimeoutException($"Not within {Bound.TotalSeconds} s: {what}\nLast seen: {(lastSeen is null ? "-" : await lastSeen())}");
    }

    public static Task TrueAsync(
        Func<Task<bool>> probe, Func<Task<string>>? lastSeen = null, [CallerArgumentExpression(nameof(probe))] string what = "") =>
        GetAsync<object>(async () => await probe() ? Done : null, lastSeen, what);

    private static readonly object Done = new();
}
