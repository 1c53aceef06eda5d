using Arena.Core.Leaderboards;
using Arena.Core.Ratings;

namespace Arena.Core.Storage;

/// <summary>Makes all official boards from their battles, and the boards of all days on the way.</summary>
/// <param name="options">The rules.</param>
/// <param name="now">Days that are over by then are made.</param>
/// <param name="onDay">Gets each day's board.</param>
internal sealed class OfficialReplay(
    BradleyTerryOptions options, DateTimeOffset now, Action<ScopeKey, DayBoard> onDay)
{
    private readonly Dictionary<ScopeKey, BoardBuilder> _builders = [];

    /// <summary>Moments at which boards are wanted besides, by scope.</summary>
    public IReadOnlyDictionary<ScopeKey, DateTimeOffset> Moments { get; init; } = new Dictionary<ScopeKey, DateTimeOffset>();

    /// <summary>Gets the boards of <see cref="Moments"/>, of all battles that had settled by then, and when the last of these did.</summary>
    public Action<ScopeKey, BradleyTerryFit, DateTimeOffset>? OnMoment { get; init; }

    /// <summary>From which day on the boards of days are wanted, by scope; all where there is none.</summary>
    public IReadOnlyDictionary<ScopeKey, long> FirstDays { get; init; } = new Dictionary<ScopeKey, long>();

    /// <summary>Adds a battle that settled later than all before it.</summary>
    public void Add(in RatedBattle battle) => Add(battle, battle.Scopes());

    /// <summary>The same in some of its scopes.</summary>
    public void Add(in RatedBattle battle, IEnumerable<ScopeKey> scopes)
    {
        foreach (var scope in scopes)
        {
            if (!_builders.TryGetValue(scope, out var builder))
            {
                _builders.Add(scope, builder = new BoardBuilder(scope.ToScope(), options, null, board => onDay(scope, board), CancellationToken.None));
                builder.Begin(new BoardMark(0, FirstDays.TryGetValue(scope, out var day) ? day : null));
            }

            if (Moments.TryGetValue(scope, out var moment) && builder.AsOf <= moment && battle.Comparison.SettledAt > moment)
                ShowMoment(scope, builder);
            builder.Add(battle.Comparison);
        }
    }

    /// <summary>The boards as they are now.</summary>
    public void Finish(Action<ScopeKey, BradleyTerryBoard> onBoard)
    {
        foreach (var (scope, builder) in _builders)
        {
            if (Moments.TryGetValue(scope, out var moment) && builder.AsOf <= moment)
                ShowMoment(scope, builder);
            try
            {
                onBoard(scope, builder.Finish(now));
            }
            catch (NotConnectedException)
            {
                // Without a prior there is no board yet, so none is stored.
            }
        }
    }

    private void ShowMoment(ScopeKey scope, BoardBuilder builder)
    {
        if (builder.TryFit() is { } fit)
            OnMoment?.Invoke(scope, fit, builder.AsOf!.Value);
    }
}
