using Arena.Core.Ratings;

namespace Arena.Core.Leaderboards;

/// <summary>One scope's board as it moves on: the latest one, whether battles have settled since, and what of it is not stored yet.</summary>
internal sealed class LiveBoard(Scope scope, IBoardStore store, BradleyTerryOptions options, TimeProvider time)
{
    // What a pair of models takes in the sums and in the fit, about, and what an empty board takes.
    private const long BytesOfPair = 160;
    private const long BytesOfBoard = 4096;

    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private readonly Lock _lock = new();
    private readonly Dictionary<long, DayBoard> _days = [];
    private BradleyTerryBoard? _latest;
    private NotConnectedException? _notConnected;
    private BradleyTerryBoard? _unkept;
    private long _wanted = 1;
    private long _seen;
    private long _refreshedAt;

    public Scope Scope => scope;

    /// <summary>The latest board; null before the first, and while there can be none.</summary>
    public BradleyTerryBoard? Latest => Volatile.Read(ref _latest);

    /// <summary>Whether battles have settled that it lacks; true before the first board.</summary>
    public bool IsBehind => Volatile.Read(ref _wanted) != Volatile.Read(ref _seen);

    /// <summary>Whether something of it is still to be stored.</summary>
    public bool IsUnkept
    {
        get
        {
            lock (_lock)
                return _unkept is not null;
        }
    }

    /// <summary>When it was last asked for or moved; the keeper's.</summary>
    public long LastUsed { get; set; }

    /// <summary>About what it takes in memory, in bytes.</summary>
    public long Size => BytesOfBoard + (Latest is { } board ? BytesOfPair * board.Sums.Models.Count * board.Sums.Models.Count / 2 : 0);

    /// <summary>Battles have settled.</summary>
    public void Mark() => Interlocked.Increment(ref _wanted);

    /// <summary>The latest board, if it lacks nothing or was made less than <paramref name="age"/> ago.</summary>
    /// <exception cref="NotConnectedException">The same of the latest attempt.</exception>
    public BradleyTerryBoard? YoungerThan(TimeSpan age)
    {
        if (Volatile.Read(ref _seen) == 0 || (IsBehind && time.GetElapsedTime(Volatile.Read(ref _refreshedAt)) >= age))
            return null;
        return Latest ?? throw new NotConnectedException(_notConnected!.Outside);
    }

    /// <summary>Brings the board up to date, unless somebody else has just done so.</summary>
    /// <param name="age">What counts as just.</param>
    /// <param name="cancellationToken">Ends it; the board stays as it was.</param>
    /// <exception cref="NotConnectedException">See <see cref="BradleyTerry"/>.</exception>
    public async Task<BradleyTerryBoard> RefreshAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        await _refreshing.WaitAsync(cancellationToken);
        try
        {
            if (YoungerThan(age) is { } young)
                return young;
            var wanted = Volatile.Read(ref _wanted);
            // Fitting takes time that nobody's thread should be held for.
            return await Task.Run(() => MakeAsync(wanted, cancellationToken), cancellationToken);
        }
        finally
        {
            _refreshing.Release();
        }
    }

    /// <summary>Stores what is not stored yet.</summary>
    /// <returns>False when the board is not of the present any more: then another has to be begun.</returns>
    public async Task<bool> KeepAsync(CancellationToken cancellationToken)
    {
        BradleyTerryBoard board;
        DayBoard[] days;
        lock (_lock)
        {
            if (_unkept is null)
                return true;
            (board, days) = (_unkept, [.. _days.Values]);
        }

        if (!await store.KeepAsync(board, days, cancellationToken))
            return false;
        lock (_lock)
        {
            foreach (var day in days.Where(day => _days.GetValueOrDefault(day.Day) == day))
                _days.Remove(day.Day);
            if (_unkept == board)
                _unkept = null;
        }

        return true;
    }

    private async Task<BradleyTerryBoard> MakeAsync(long wanted, CancellationToken cancellationToken)
    {
        var days = new List<DayBoard>();
        var older = Latest;
        var builder = new BoardBuilder(scope, options, older, days.Add, cancellationToken);
        await store.FillAsync(scope, builder, cancellationToken);
        try
        {
            var board = builder.Finish(time.GetUtcNow());
            Publish(board, board == older ? null : board, days);
            return board;
        }
        catch (NotConnectedException e)
        {
            // Nobody can say how they stand. It is tried again when another battle has settled.
            _notConnected = e;
            Publish(null, null, days);
            throw;
        }
        finally
        {
            Volatile.Write(ref _refreshedAt, time.GetTimestamp());
        }

        void Publish(BradleyTerryBoard? board, BradleyTerryBoard? unkept, List<DayBoard> made)
        {
            lock (_lock)
            {
                foreach (var day in made)
                    _days[day.Day] = day;
                _unkept = unkept ?? _unkept;
            }

            Volatile.Write(ref _latest, board);
            Volatile.Write(ref _seen, wanted);
        }
    }
}
