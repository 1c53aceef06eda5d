using Microsoft.Extensions.Logging;

namespace Arena.Core.Servers;

/// <summary>The settings of all servers, at hand without waiting. One process holds the database, so what it stored is what there is.</summary>
public sealed partial class ServerSettingsBook
{
    private readonly IServerSettingsStore _store;
    private readonly ServerSettings _defaults;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile IReadOnlyDictionary<ServerId, ServerSettings> _all = new Dictionary<ServerId, ServerSettings>();

    /// <param name="defaults">As the operator set them.</param>
    internal ServerSettingsBook(IServerSettingsStore store, ServerSettings defaults, TimeProvider time, ILogger<ServerSettingsBook> logger) =>
        (_store, _defaults, _time, _logger) = (store, defaults, time, logger);

    /// <summary>The rules of a server that has set none.</summary>
    public ServerSettings Defaults => _defaults;

    /// <summary>The servers that have set something.</summary>
    public IEnumerable<ServerId> Servers => _all.Keys;

    public ServerSettings Of(ServerId server) => _all.GetValueOrDefault(server) ?? _defaults;

    /// <summary>Reads what is stored; to be called before anybody asks.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var all = new Dictionary<ServerId, ServerSettings>();
        foreach (var (server, stored) in await _store.LoadAsync(cancellationToken))
            all[server] = Read(server, stored);
        _all = all;
    }

    /// <summary>Changes a server's settings. Changes of several moderators come one after the other, so none is lost.</summary>
    /// <param name="change">Told how they stand; gives how they are to be.</param>
    /// <exception cref="DatabaseException">It could not be stored.</exception>
    public async Task<SettingsChange> ChangeAsync(
        ServerId server, MemberId by, Func<ServerSettings, ServerSettings> change, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var before = Of(server);
            var after = change(before);
            var changes = ServerSettingKeys.All
                .Select(key => new StoredChange(key.Name, key.Write(before), key.Write(after), key.Write(after) == key.Write(_defaults)))
                .Where(one => one.Before != one.After)
                .ToList();
            if (changes.Count == 0)
                return new SettingsChange(before, before);
            await _store.StoreAsync(server, by, changes, _time.GetUtcNow(), cancellationToken);
            _all = new Dictionary<ServerId, ServerSettings>(_all) { [server] = after };
            return new SettingsChange(before, after);
        }
        finally
        {
            _one.Release();
        }
    }

    private ServerSettings Read(ServerId server, IReadOnlyDictionary<string, string> stored)
    {
        var settings = _defaults;
        foreach (var (name, value) in stored)
        {
            try
            {
                settings = ServerSettingKeys.Find(name)?.Read(settings, value) ?? settings;
            }
            catch (FormatException e)
            {
                Log.Unreadable(_logger, server, name, e.Message);
            }
        }

        return settings;
    }

    private static partial class Log
    {
        [LoggerMessage(3501, LogLevel.Error, "The setting {Key} of server {Server} can not be read, so the operator's holds: {Problem}")]
        public static partial void Unreadable(ILogger logger, ServerId server, string key, string problem);
    }
}
