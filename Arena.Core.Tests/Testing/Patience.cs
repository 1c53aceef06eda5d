namespace Arena.Core.Tests.Testing;

/// <summary>How long a test waits for what should happen at once: generously, since machines are busy.</summary>
internal static class Patience
{
    public static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    public static CancellationToken Token => new CancellationTokenSource(Bound).Token;

    public static async Task<T> Within<T>(this Task<T> task) => await task.WaitAsync(Bound);

    public static async Task Within(this Task task) => await task.WaitAsync(Bound);
}
