namespace Bot.Discord;

/// <summary>Time since it was made, by the monotonic clock: what waits are measured with, whatever happens to the wall clock.</summary>
internal sealed class Watch(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    public TimeProvider Time { get; } = time;

    public TimeSpan Now => Time.GetElapsedTime(_start);

    /// <summary>Waits at least this long; timers cut off what is less than a millisecond, and would end too early.</summary>
    public Task DelayAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        wait <= TimeSpan.Zero
            ? Task.CompletedTask
            : Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), Time, cancellationToken);
}
