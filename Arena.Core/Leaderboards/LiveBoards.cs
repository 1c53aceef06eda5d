using System.Threading.Channels;
using Arena.Core.Battles;
using Arena.Core.Battles.Settling;
using Arena.Core.Battles.Starting;
using Arena.Core.Ratings;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Leaderboards;

/// <summary>
/// The official boards as battles settle. A board is a snapshot that is served at once; battles that have settled since are added to
/// its sums, never is one read twice. Under load a board is made at most once a second.
/// </summary>
public sealed partial class LiveBoards : IStrengths, IRatingListener
{
    /// <summary>The oldest board that is served although it lacks battles.</summary>
    internal static readonly TimeSpan Oldest = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LookAtTheDay = TimeSpan.FromMinutes(10);

    private readonly IBoardStore _store;
    private readonly BradleyTerryOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Lock _lock = new();
    private readonly Dictionary<Scope, LiveBoard> _boards = [];
    private readonly Channel<bool> _wake =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private long _uses;
    private bool _caughtUp;
    private long? _lastDayEnded;

    internal LiveBoards(IBoardStore store, BradleyTerryOptions options, TimeProvider time, ILogger<LiveBoards> logger) =>
        (_store, _options, _time, _logger) = (store, options, time, logger);

    /// <inheritdoc/>
    public BradleyTerryFit? Current => Find(Scope.Everywhere)?.Latest is { AsOf: not null } board ? board.Fit : null;

    /// <summary>What boards may take in memory, about; the one over everything stays whatever it takes.</summary>
    internal long Room { get; init; } = 48 * 1024 * 1024;

    /// <summary>The rules of the boards.</summary>
    internal BradleyTerryOptions Options => _options;

    /// <summary>How many boards are in memory.</summary>
    internal int Count
    {
        get
        {
            lock (_lock)
                return _boards.Count;
        }
    }

    /// <summary>The board of a scope, at most a second behind the battles that have settled.</summary>
    /// <exception cref="NotConnectedException">The prior is 0 and the battles do not connect all models both ways.</exception>
    public async Task<BradleyTerryBoard> CurrentAsync(Scope scope, CancellationToken cancellationToken)
    {
        var live = Use(scope);
        if (live.YoungerThan(Oldest) is { } board)
            return board;
        try
        {
            return await live.RefreshAsync(Oldest, cancellationToken);
        }
        finally
        {
            Wake();                                             // what was made is to be stored
        }
    }

    /// <inheritdoc/>
    void IRatingListener.Settled(Battle battle)
    {
        Use(new Scope(battle.Server, null)).Mark();
        Use(Scope.Everywhere).Mark();
        if (battle.Category is { } category)
        {
            Use(new Scope(battle.Server, category)).Mark();
            Use(new Scope(null, category)).Mark();
        }

        Wake();
    }

    /// <inheritdoc/>
    void IRatingListener.Replayed()
    {
        lock (_lock)
        {
            _boards.Clear();
            _caughtUp = false;
        }

        Wake();
    }

    /// <inheritdoc/>
    void IRatingListener.CategoryChanged(Battle battle, string? from)
    {
        lock (_lock)
        {
            foreach (var category in new[] { from, battle.Category }.OfType<string>())
            {
                _boards.Remove(new Scope(battle.Server, category));
                _boards.Remove(new Scope(null, category));
            }

            _caughtUp = false;                                  // a battle may have settled that one of these was yet to take in
        }

        Wake();
    }

    /// <summary>
    /// Keeps boards up to date and stores them, until cancelled. First it brings up to date what the last process left behind.
    /// What fails is logged and tried again.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Wake();
        await using var timer = _time.CreateTimer(_ => Wake(), null, LookAtTheDay, LookAtTheDay);
        while (true)
        {
            await _wake.Reader.ReadAsync(cancellationToken);
            var isDone = await TryAsync("everywhere", CatchUpAsync, cancellationToken);
            foreach (var live in Moved())
                isDone &= await TryAsync(live.Scope.ToString(), token => BringUpToDateAsync(live, token), cancellationToken);
            isDone &= await TryAsync("everywhere", EndDayAsync, cancellationToken);
            // Battles that settle meanwhile are added together.
            await Task.Delay(isDone ? Oldest : PauseAfterFailure, _time, cancellationToken);
            if (!isDone)
                Wake();
        }
    }

    private void Wake() => _wake.Writer.TryWrite(true);

    private LiveBoard? Find(Scope scope)
    {
        lock (_lock)
            return _boards.GetValueOrDefault(scope);
    }

    private LiveBoard Use(Scope scope)
    {
        lock (_lock)
        {
            if (!_boards.TryGetValue(scope, out var live))
                _boards.Add(scope, live = new LiveBoard(scope, _store, _options, _time));
            live.LastUsed = ++_uses;
            return live;
        }
    }

    private IReadOnlyList<LiveBoard> Moved()
    {
        lock (_lock)
            return [.. _boards.Values.Where(live => live.IsBehind || live.IsUnkept)];
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (_caughtUp)
            return;
        _caughtUp = true;
        try
        {
            // Who draws battles asks for this one all the time, and does not wait for it.
            Use(Scope.Everywhere);
            var behind = await _store.BehindAsync(cancellationToken);
            foreach (var scope in behind)
                Use(scope);
            if (behind.Count > 0)
                Log.Behind(_logger, behind.Count);
        }
        catch
        {
            _caughtUp = false;
            throw;
        }
    }

    private async Task BringUpToDateAsync(LiveBoard live, CancellationToken cancellationToken)
    {
        try
        {
            if (live.IsBehind)
                await live.RefreshAsync(TimeSpan.Zero, cancellationToken);
        }
        catch (NotConnectedException e)
        {
            // Nothing is wrong with the machine: there is no board yet, and whoever asks for it is told why.
            Log.NotConnected(_logger, live.Scope, e.Outside.Count);
        }

        if (!await live.KeepAsync(cancellationToken))
            Forget(live);
        MakeRoom();
    }

    private async Task EndDayAsync(CancellationToken cancellationToken)
    {
        var lastDay = BoardBuilder.LastDayOver(_time.GetUtcNow());
        if (_lastDayEnded == lastDay)
            return;
        await _store.EndDaysAsync(lastDay, cancellationToken);
        _lastDayEnded = lastDay;
    }

    // All ratings were computed again while this board was made: whoever asks next gets another.
    private void Forget(LiveBoard live)
    {
        lock (_lock)
        {
            if (_boards.GetValueOrDefault(live.Scope) == live)
                _boards.Remove(live.Scope);
        }
    }

    private void MakeRoom()
    {
        lock (_lock)
        {
            var taken = _boards.Values.Sum(live => live.Size);
            if (taken <= Room)
                return;
            foreach (var live in _boards.Values.Where(CanGo).OrderBy(live => live.LastUsed).ToList())
            {
                taken -= live.Size;
                _boards.Remove(live.Scope);
                if (taken <= Room)
                    return;
            }
        }

        static bool CanGo(LiveBoard live) => !live.IsBehind && !live.IsUnkept && live.Scope != Scope.Everywhere;
    }

    private async Task<bool> TryAsync(string what, Func<CancellationToken, Task> deed, CancellationToken cancellationToken)
    {
        try
        {
            await deed(cancellationToken);
            return true;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // A disk has room again some day; what is behind or not stored stays so until then.
            Log.Failed(_logger, e, what);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(9101, LogLevel.Information, "{Count} boards are behind the battles that have settled; they are brought up to date.")]
        public static partial void Behind(ILogger logger, int count);

        [LoggerMessage(9102, LogLevel.Warning, "There is no board of {Scope}: without a prior, {Count} models are not connected to the others. Set ratings.prior above 0.")]
        public static partial void NotConnected(ILogger logger, Scope scope, int count);

        [LoggerMessage(9103, LogLevel.Error, "A board of {Scope} could not be brought up to date; it is tried again.")]
        public static partial void Failed(ILogger logger, Exception exception, string scope);
    }
}
