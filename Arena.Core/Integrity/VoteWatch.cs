using Microsoft.Extensions.Logging;

namespace Arena.Core.Integrity;

/// <summary>Looks at the votes of servers in which battles have settled, and stores what it notices. After a start it looks at all of the last days.</summary>
public sealed partial class VoteWatch
{
    private readonly ISuspicionStore _store;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly VotePatternOptions _options;
    private readonly VotePatterns _patterns;
    private DateTimeOffset? _seen;

    internal VoteWatch(ISuspicionStore store, VotePatternOptions options, TimeProvider time, ILogger<VoteWatch> logger) =>
        (_store, _options, _patterns, _time, _logger) = (store, options, new VotePatterns(options), time, logger);

    /// <summary>Looks at what has settled since the last look.</summary>
    /// <returns>How many groups were noticed that were not before.</returns>
    /// <exception cref="DatabaseException">It could not be stored; the next look is at the same.</exception>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var since = now - _options.Windows.Max();
        var (servers, last) = await _store.SettledAfterAsync(_seen ?? since, cancellationToken);
        var noticed = 0;
        foreach (var server in servers)
        {
            var (ballots, first) = await _store.ReadAsync(server, since, cancellationToken);
            foreach (var group in _patterns.Find(ballots, first, now))
            {
                if (!await _store.TryAddAsync(server, group, now, cancellationToken))
                    continue;
                noticed++;
                Log.Noticed(_logger, server.Value, group.Members.Count, group.Evidence.Ballots);
            }
        }

        _seen = last ?? _seen;
        return noticed;
    }

    private static partial class Log
    {
        [LoggerMessage(3560, LogLevel.Information, "In server {Server} the votes of {Accounts} accounts look agreed upon ({Ballots} ballots); its moderators are told.")]
        public static partial void Noticed(ILogger logger, ulong server, int accounts, int ballots);
    }
}
