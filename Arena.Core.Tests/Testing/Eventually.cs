using System.Diagnostics;

namespace Arena.Core.Tests.Testing;

/// <summary>Waits for what happens on other threads. The bound is for machines that are very busy; nothing is measured by it.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    public static Task IsTrueAsync(Func<bool> condition, string what) => IsTrueAsync(() => Task.FromResult(condition()), what);

    public static async Task IsTrueAsync(Func<Task<bool>> condition, string what)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < Bound, $"It did not come to this: {what}");
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }
    }
}
