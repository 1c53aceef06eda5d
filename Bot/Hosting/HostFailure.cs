namespace Bot.Hosting;

/// <summary>Where a part of the host says that it cannot go on; the first one to say so ends the host.</summary>
internal sealed class HostFailure
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Faults when something fails; never completes otherwise.</summary>
    public Task Happened => _first.Task;

    public void Report(Exception exception) => _first.TrySetException(exception);
}
