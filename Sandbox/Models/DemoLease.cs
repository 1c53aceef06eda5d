namespace Sandbox.Models;

/// <summary>The right to generate with a loaded model, until disposed.</summary>
/// <param name="load">How long getting it took: queueing and loading.</param>
internal sealed class DemoLease(TimeSpan load, Action<TimeSpan> release) : IDisposable
{
    public TimeSpan Load { get; } = load;

    /// <summary>How long the model stays loaded afterwards; <see cref="TimeSpan.MaxValue"/> is for ever.</summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromMinutes(5);

    public void Dispose() => release(KeepAlive);
}
