using Bot.Configuration;
using Bot.Discord;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sandbox;

namespace Bot.Hosting;

/// <summary>
/// A running arena: the bot, its database and, without a token, a sandbox of its own. Several may live in one process.
/// </summary>
public sealed class ArenaHost : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _owned;
    private readonly IHost _host;
    private readonly HostFailure _failure;

    private ArenaHost(Stack<IAsyncDisposable> owned, IHost host, ArenaConfiguration configuration, Uri? sandbox)
    {
        _owned = owned;
        _host = host;
        _failure = host.Services.GetRequiredService<HostFailure>();
        DataFolder = configuration.DataFolder;
        Sandbox = sandbox;
    }

    /// <summary>The address of the sandbox that this host started; null when it started none.</summary>
    public Uri? Sandbox { get; }

    /// <summary>Absolute.</summary>
    public string DataFolder { get; }

    public IServiceProvider Services => _host.Services;

    /// <summary>
    /// Starts everything and returns once the gateway is ready and the commands are registered. What was started is stopped
    /// again when this throws.
    /// </summary>
    /// <exception cref="ConfigurationException">The configuration can not be used; nothing was connected.</exception>
    /// <exception cref="DatabaseException">Neither can the data folder or the database.</exception>
    /// <exception cref="SandboxPortTakenException">Another program has the sandbox's port.</exception>
    /// <exception cref="DiscordFatalException">Discord does not want this bot as it is.</exception>
    public static async Task<ArenaHost> StartAsync(ArenaHostOptions options, CancellationToken cancellationToken)
    {
        var configuration = ArenaConfiguration.Load(options.Environment);
        var sink = new LogSink(options.Log, options.LogFormat ?? configuration.Get(Settings.LogFormat));
        var owned = new Stack<IAsyncDisposable>();
        try
        {
            var (host, sandbox) = await new ArenaStart(options, configuration, sink, owned).RunAsync(cancellationToken);
            return new ArenaHost(owned, host, configuration, sandbox);
        }
        catch (Exception exception)
        {
            sink.Open();
            try
            {
                await DisposeAllAsync(owned);
            }
            catch (AggregateException stopping)
            {
                // Why it did not start matters more than what went wrong in tidying up, but neither is kept quiet.
                throw new AggregateException(exception.Message, [exception, .. stopping.InnerExceptions]);
            }

            throw;
        }
    }

    /// <summary>Waits until cancelled, or until a part of the host fails; then throws why.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _failure.Happened.WaitAsync(cancellationToken);

    /// <summary>Stops gracefully: battles under way are left for the next start, what was acknowledged is stored.</summary>
    public async ValueTask DisposeAsync() => await DisposeAllAsync(_owned);

    /// <summary>Gives everything back in the reverse order of taking it; one that fails keeps no other from being given back.</summary>
    private static async Task DisposeAllAsync(Stack<IAsyncDisposable> owned)
    {
        var failures = new List<Exception>();
        while (owned.TryPop(out var next))
        {
            try
            {
                await next.DisposeAsync();
            }
            catch (Exception exception)
            {
                failures.Add(exception);
            }
        }

        if (failures.Count > 0)
            throw new AggregateException("Not everything could be stopped.", failures);
    }
}
