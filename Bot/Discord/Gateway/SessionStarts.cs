using System.Collections.Concurrent;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>
/// The way to a new session: so many a day, and <c>max_concurrency</c> of them in five seconds, by shard number. Discord takes the bot's
/// token away when a bot starts more than it may.
/// </summary>
internal sealed partial class SessionStarts(RestClient rest, Endpoints endpoints, TimeProvider time, Chance chance, ILogger logger)
{
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    private readonly Watch _watch = new(time);
    private readonly ConcurrentDictionary<int, Lane> _lanes = new();
    private volatile bool _hasAnswered;
    private readonly SemaphoreSlim _order = new(1, 1);
    private GatewayInfo? _unused;
    private int _pending;

    /// <summary>Asks once.</summary>
    public async Task<GatewayInfo> AskAsync(CancellationToken cancellationToken)
    {
        var json = await rest.SendAsync(new RestRequest(Routes.GatewayBot) { IsRepeatable = true }, cancellationToken);
        try
        {
            var limit = json.Need("session_start_limit");
            return new GatewayInfo(
                new Uri(json.NeedText("url")),
                Math.Max(1, json.FindInt("shards") ?? 1),
                limit.FindInt("total") ?? 0,
                limit.FindInt("remaining") ?? 0,
                TimeSpan.FromMilliseconds(limit.FindLong("reset_after") ?? 0),
                Math.Max(1, limit.FindInt("max_concurrency") ?? 1));
        }
        catch (Exception error) when (error is WireException or UriFormatException)
        {
            throw new DiscordException(DiscordFailure.UnreadableAnswer, $"{Routes.GatewayBot.Name}: {error.Message}", inner: error);
        }
    }

    /// <summary>How many shards Discord recommends. The first session to start uses the same answer.</summary>
    public async Task<int> RecommendedShardsAsync(CancellationToken cancellationToken)
    {
        var info = await AskUntilAnsweredAsync(cancellationToken);
        _unused = info;
        return info.Shards;
    }

    /// <summary>Asks until there is an answer.</summary>
    /// <exception cref="DiscordFatalException">The token is refused, or the address is not Discord's.</exception>
    private async Task<GatewayInfo> AskUntilAnsweredAsync(CancellationToken cancellationToken)
    {
        foreach (var delay in Backoff.Delays(FirstDelay, LongestDelay, chance))
        {
            try
            {
                var info = await AskAsync(cancellationToken);
                endpoints.Gateway(info.Url);
                _hasAnswered = true;
                return info;
            }
            catch (DiscordException error) when (error.Failure is DiscordFailure.Unauthorized)
            {
                throw new DiscordFatalException(((CloseVerdict.Fatal)CloseVerdict.Of(4004)).Advice, inner: error);
            }
            catch (DiscordException error) when (!_hasAnswered
                && error.Failure is (DiscordFailure.NotFound or DiscordFailure.Refused or DiscordFailure.UnreadableAnswer))
            {
                // Later the same is an outage: an address that was Discord's once stays it.
                throw new DiscordFatalException(
                    $"{endpoints.Api} does not answer like Discord. Check ARENA_DISCORD_URL. ({error.Message})", inner: error);
            }
            catch (DiscordException error)
            {
                var pause = error.RetryAfter is { } told && told > delay ? told : delay;
                Log.NoGateway(logger, error.Message, pause.TotalSeconds);
                await _watch.DelayAsync(pause, cancellationToken);
            }
        }

        throw new InvalidOperationException("The delays are endless.");
    }

    /// <summary>Waits until this shard may start a session; shards come through in the order they ask. Hold the turn until Identify was
    /// sent, or given up.</summary>
    public async Task<Turn> EnterAsync(int shard, CancellationToken cancellationToken)
    {
        Turn turn;
        Task free;
        await _order.WaitAsync(cancellationToken);
        try
        {
            var info = await SessionsLeftAsync(cancellationToken);
            var lane = _lanes.GetOrAdd(shard % info.MaxConcurrency, _ => new Lane());
            free = lane.Gate.WaitAsync(cancellationToken);
            turn = new Turn(this, info, lane);
            Interlocked.Increment(ref _pending);
        }
        finally
        {
            _order.Release();
        }

        try
        {
            await free;
        }
        catch
        {
            Interlocked.Decrement(ref _pending);
            throw;
        }

        try
        {
            if (turn.LastStart is { } last)
                await _watch.DelayAsync(last + Spacing - _watch.Now, cancellationToken);
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Waits until Discord has a session left beyond those for which turns were already given out.</summary>
    private async Task<GatewayInfo> SessionsLeftAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var info = Interlocked.Exchange(ref _unused, null) ?? await AskUntilAnsweredAsync(cancellationToken);
            if (info.SessionsRemaining > Volatile.Read(ref _pending))
                return info;

            if (info.SessionsRemaining <= 0)
            {
                Log.NoSessionsLeft(logger, info.SessionsTotal, info.SessionsResetAfter.TotalMinutes);
                await _watch.DelayAsync(info.SessionsResetAfter + TimeSpan.FromSeconds(1), cancellationToken);
            }
            else
            {
                await _watch.DelayAsync(Spacing, cancellationToken);
            }
        }
    }

    /// <summary>Shards whose numbers agree modulo <c>max_concurrency</c> start one after the other.</summary>
    internal sealed class Lane
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);
        public TimeSpan? LastStart { get; set; }
    }

    /// <summary>Permission to start one session.</summary>
    internal sealed class Turn(SessionStarts starts, GatewayInfo info, Lane lane) : IDisposable
    {
        private int _isOver;

        public GatewayInfo Info { get; } = info;

        /// <summary>When the lane's last session was started.</summary>
        public TimeSpan? LastStart => lane.LastStart;

        /// <summary>Identify is being sent: the next shard waits from here.</summary>
        public void Use() => lane.LastStart = starts._watch.Now;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) != 0)
                return;
            Interlocked.Decrement(ref starts._pending);
            lane.Gate.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3000, LogLevel.Warning, "The gateway's address is not to be had ({Reason}); asking again in {Seconds:0.0} s")]
        public static partial void NoGateway(ILogger logger, string reason, double seconds);

        [LoggerMessage(3001, LogLevel.Error, "All {Total} session starts of the day are used up; waiting {Minutes:0} minutes until there are new ones")]
        public static partial void NoSessionsLeft(ILogger logger, int total, double minutes);
    }
}
