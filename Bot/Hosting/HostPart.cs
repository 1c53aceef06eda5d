using Microsoft.Extensions.Hosting;

namespace Bot.Hosting;

/// <summary>Something that runs as long as the host does. It may not end before, nor fail: that ends the host, with the reason.</summary>
internal abstract class HostPart(HostFailure failure) : BackgroundService
{
    protected abstract Task RunAsync(CancellationToken stopping);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RunAsync(stoppingToken);
            if (!stoppingToken.IsCancellationRequested)
                failure.Report(new InvalidOperationException($"{GetType().Name} ended before the host did."));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop, stopped.
        }
        catch (Exception exception)
        {
            failure.Report(exception);
        }
    }
}
