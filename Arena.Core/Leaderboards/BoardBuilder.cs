using Arena.Core.Ratings;

namespace Arena.Core.Leaderboards;

/// <summary>
/// Makes a board from the battles of its scope, in order of settlement: from all of them, or from those that settled since an older
/// board. On the way it makes the board of each day that it leaves behind.
/// </summary>
/// <param name="scope">What is counted.</param>
/// <param name="options">The rules.</param>
/// <param name="older">A board to go on from; null to begin with nothing.</param>
/// <param name="onDay">Gets the board of every day that is over.</param>
/// <param name="cancellationToken">Ends the fitting.</param>
internal sealed class BoardBuilder(
    Scope scope, BradleyTerryOptions options, BradleyTerryBoard? older, Action<DayBoard> onDay, CancellationToken cancellationToken)
{
    // A vote that closes just before midnight may be stored just after it.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private BradleyTerryBoard? _older = older;
    private PairSums? _sums;
    private DateTimeOffset? _asOf = older?.AsOf;
    private long _epoch;
    private long? _lastDay;
    private BradleyTerryFit? _fit;

    /// <summary>When the last battle so far settled; null before any.</summary>
    public DateTimeOffset? AsOf => _asOf;

    /// <summary>The last day of which everything is stored, at this moment.</summary>
    public static long LastDayOver(DateTimeOffset now) => BoardDay.Of(now - Grace) - BoardDay.Milliseconds;

    /// <summary>Begins, and says after which instant battles are wanted; all when null.</summary>
    public DateTimeOffset? Begin(BoardMark mark)
    {
        if (_older is not null && _older.Epoch != mark.Epoch)
            (_older, _asOf) = (null, null);
        (_epoch, _lastDay) = (mark.Epoch, _older is null ? mark.LastDay : null);
        return _older?.AsOf;
    }

    /// <summary>Adds a battle that settled later than all before it.</summary>
    public void Add(in Comparison comparison)
    {
        // The older board stays as it is: others read it.
        _sums ??= _older?.Sums.Copy() ?? new PairSums(options.Rho);
        if (_asOf is { } before && BoardDay.Of(before) != BoardDay.Of(comparison.SettledAt))
            EndDay(before);
        _sums.Add(comparison);
        (_asOf, _fit) = (comparison.SettledAt, null);
    }

    /// <summary>The board as it is now.</summary>
    /// <param name="now">Days that are over by then are made too.</param>
    /// <exception cref="NotConnectedException">See <see cref="BradleyTerry"/>.</exception>
    public BradleyTerryBoard Finish(DateTimeOffset now)
    {
        if (_older is not null && _sums is null)
            return _older;
        _sums ??= new PairSums(options.Rho);
        var fit = Fit();
        if (_asOf is { } last && BoardDay.Of(last) <= LastDayOver(now))
            EndDay(last);
        return new BradleyTerryBoard(scope, fit, _sums, _asOf, _epoch);
    }

    /// <summary>The fit of the battles so far; null where without a prior there is none.</summary>
    public BradleyTerryFit? TryFit()
    {
        try
        {
            return Fit();
        }
        catch (NotConnectedException)
        {
            return null;
        }
    }

    private BradleyTerryFit Fit() => _fit ??= BradleyTerry.Fit(_sums!, options, cancellationToken);

    private void EndDay(DateTimeOffset last)
    {
        var day = BoardDay.Of(last);
        // The last stored day is made again: a battle of it may have come late.
        if (!(day < _lastDay) && TryFit() is { } fit)
            onDay(DayBoard.Of(day, fit));
    }
}
