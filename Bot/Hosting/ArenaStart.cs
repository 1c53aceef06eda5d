using Arena.Core.Roster;
using Arena.Core.Servers;
using Arena.Core.Storage;
using Bot.Commands;
using Bot.Configuration;
using Bot.Discord;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sandbox;

namespace Bot.Hosting;

/// <summary>One start of a host, step by step; each step says its line once it is done.</summary>
/// <param name="owned">Gets what was taken, so that the caller gives it back however the start ends.</param>
internal sealed class ArenaStart(ArenaHostOptions options, ArenaConfiguration configuration, LogSink sink, Stack<IAsyncDisposable> owned)
{
    /// <summary>After this the log is shown although the start is not over: it may say why.</summary>
    private static readonly TimeSpan LongStart = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan StopBound = TimeSpan.FromSeconds(8);

    private readonly StartLines _lines = new(options.Output);

    public async Task<(IHost Host, Uri? Sandbox)> RunAsync(CancellationToken cancellationToken)
    {
        await using var impatience = options.Time.CreateTimer(_ => sink.Open(), null, LongStart, Timeout.InfiniteTimeSpan);
        _lines.Program();
        var loggers = Loggers();
        var logger = loggers.CreateLogger("Bot.Hosting");
        foreach (var note in configuration.Notes)
            logger.LogWarning("{Note}", note);

        var database = await OpenDatabaseAsync(loggers, cancellationToken);
        _lines.Database(database.Path, configuration.Discord.IsSandbox);
        var sandbox = await StartSandboxAsync(cancellationToken);

        var active = await new ModelStore(database).ListAsync(cancellationToken);
        var choice = await NodeChoice.MakeAsync(
            configuration, DemoNode(sandbox), [.. active.Where(model => model.CanPlay).Select(model => model.Tag)], options.Time, cancellationToken);
        var host = Compose(choice, database, sandbox, loggers);
        owned.Push(new HeldResource(() => DisposeAsync(host)));
        await host.Services.GetRequiredService<ServerSettingsBook>().LoadAsync(cancellationToken);
        _lines.Models(choice, await Seeding(choice, host.Services).RunAsync(cancellationToken));
        _lines.Discord(configuration.Discord);
        _lines.Stopping();

        await host.StartAsync(cancellationToken);
        owned.Push(new HeldResource(() => new ValueTask(host.StopAsync(CancellationToken.None))));
        var gateway = host.Services.GetRequiredService<ArenaGateway>();
        await await Task.WhenAny(gateway.Ready, host.Services.GetRequiredService<HostFailure>().Happened).WaitAsync(cancellationToken);
        _lines.Ready(await AddressAsync(sandbox, host.Services, cancellationToken));
        sink.Open();
        return (host, sandbox);
    }

    private ILoggerFactory Loggers()
    {
        var least = configuration.Get(Settings.LogDetail) switch
        {
            LogDetail.Debug => LogLevel.Debug,
            LogDetail.Warning => LogLevel.Warning,
            LogDetail.Error => LogLevel.Error,
            _ => LogLevel.Information,
        };
        var loggers = LoggerFactory.Create(logging => logging
            .SetMinimumLevel(least)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddProvider(new LogSinkProvider(sink, options.Time)));
        owned.Push(HeldResource.Of(loggers));
        return loggers;
    }

    private async Task<Database> OpenDatabaseAsync(ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var storage = configuration.Storage();
        owned.Push(HeldResource.Of(DataFolderLock.Acquire(storage.DataFolder)));
        var database = await Database.OpenAsync(storage, options.Time, loggers, cancellationToken);
        owned.Push(database);
        return database;
    }

    private async Task<Uri?> StartSandboxAsync(CancellationToken cancellationToken)
    {
        if (configuration.Discord is not DiscordChoice.OwnSandbox own)
            return null;

        var server = await SandboxServer.StartAsync(new SandboxOptions { Port = own.Port, Time = options.Time }, cancellationToken);
        owned.Push(server);
        return server.Address;
    }

    /// <summary>
    /// Where a sandbox serves its demo models; null for Discord itself. A sandbox that runs by itself prints that address, too,
    /// so what the operator gives counts more than what follows from its own.
    /// </summary>
    private Uri? DemoNode(Uri? sandbox) => configuration.Discord switch
    {
        DiscordChoice.OwnSandbox => new Uri(sandbox!, "/ollama"),
        DiscordChoice.OtherSandbox when configuration.Values.IsGiven(Settings.Nodes) => configuration.Get(Settings.Nodes)[0],
        DiscordChoice.OtherSandbox other => new Uri(other.Address, "/ollama"),
        _ => null,
    };

    private IHost Compose(NodeChoice choice, Database database, Uri? sandbox, ILoggerFactory loggers)
    {
        // The empty builder reads no environment and no files: everything comes from the configuration that was handed in.
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = StopBound;
            host.ServicesStartConcurrently = true;
            host.ServicesStopConcurrently = true;
        });
        builder.Services.AddSingleton(loggers);
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        builder.Services.AddArena(configuration, choice.Nodes, configuration.Discord(sandbox), database, options.Time);
        return builder.Build();
    }

    private RosterSeeding Seeding(NodeChoice choice, IServiceProvider services) => new(
        configuration, choice, services.GetRequiredService<RosterService>(), services.GetRequiredService<RosterKeeping>(),
            services.GetRequiredService<ILogger<RosterSeeding>>());

    /// <summary>What to open in a browser: the sandbox's page, or for Discord the page that installs the bot.</summary>
    private async Task<Uri> AddressAsync(Uri? sandbox, IServiceProvider services, CancellationToken cancellationToken) => configuration.Discord switch
    {
        DiscordChoice.OwnSandbox => sandbox!,
        DiscordChoice.OtherSandbox other => other.Address,
        _ => InviteLink.For((await services.GetRequiredService<IDiscordClient>().WhoAmIAsync(cancellationToken)).Application),
    };

    private static ValueTask DisposeAsync(IHost host)
    {
        if (host is IAsyncDisposable disposable)
            return disposable.DisposeAsync();

        host.Dispose();
        return ValueTask.CompletedTask;
    }
}
