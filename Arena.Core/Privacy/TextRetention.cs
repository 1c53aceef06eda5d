using Arena.Core.Servers;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Privacy;

/// <summary>Drops texts of prompts and answers once their server does not keep them any longer, or their member asked for it. Ballots and ratings stay.</summary>
public sealed partial class TextRetention
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private readonly IPrivacyStore _store;
    private readonly ServerSettingsBook _settings;
    private readonly LogFolding _folding;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    internal TextRetention(
        IPrivacyStore store, ServerSettingsBook settings, LogFolding folding, TimeProvider time, ILogger<TextRetention> logger) =>
        (_store, _settings, _folding, _time, _logger) = (store, settings, folding, time, logger);

    /// <summary>Looks every hour, until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await DropAsync(cancellationToken);
            }
            catch (DatabaseException e)
            {
                Log.NotDropped(_logger, e);                     // there is room again some day, and they are still there
            }

            await Task.Delay(Every, _time, cancellationToken);
        }
    }

    /// <summary>Drops what is due now.</summary>
    public async Task DropAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        foreach (var server in await _store.ServersAsync(cancellationToken))
        {
            int dropped, sum = 0;
            while ((dropped = await _store.DropTextsAsync(server, now - _settings.Of(server).TextRetention, now, cancellationToken)) > 0)
                sum += dropped;
            if (sum == 0)
                continue;
            _folding.Request();
            Log.Dropped(_logger, sum, server);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3580, LogLevel.Information, "The texts of {Battles} battles of server {Server} were dropped.")]
        public static partial void Dropped(ILogger logger, int battles, ServerId server);

        [LoggerMessage(3581, LogLevel.Error, "Texts that are due could not be dropped yet.")]
        public static partial void NotDropped(ILogger logger, Exception exception);
    }
}
