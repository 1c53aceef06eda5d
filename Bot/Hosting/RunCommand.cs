using Bot.Configuration;

namespace Bot.Hosting;

/// <summary>Runs the arena until it is told to stop.</summary>
internal sealed class RunCommand(ArenaEnvironment environment, Terminal terminal)
{
    public async Task<int> RunAsync(LogFormat? log, CancellationToken cancellationToken)
    {
        var options = new ArenaHostOptions { Environment = environment, Output = terminal.Output, Log = terminal.Errors, LogFormat = log };
        try
        {
            await using var host = await ArenaHost.StartAsync(options, cancellationToken);
            await host.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Told to stop, stopped: that is how a run ends well.
        }

        return 0;
    }
}
