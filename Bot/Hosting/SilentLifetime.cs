using Microsoft.Extensions.Hosting;

namespace Bot.Hosting;

/// <summary>
/// Signals belong to the process, and several hosts may live in one: the command line listens to them and stops its host.
/// </summary>
internal sealed class SilentLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
