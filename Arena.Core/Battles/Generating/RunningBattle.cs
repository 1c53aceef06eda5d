namespace Arena.Core.Battles.Generating;

/// <summary>A battle that is being answered right now.</summary>
internal sealed class RunningBattle(Battle battle, Pacer pacer, CancellationToken arena) : IDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(arena);

    public Battle Battle { get; } = battle;

    public Pacer Pacer { get; } = pacer;

    public LiveAnswer A { get; } = new();

    public LiveAnswer B { get; } = new();

    /// <summary>Fires when the battle became void, or the arena ends.</summary>
    public CancellationToken Stopped => _stop.Token;

    public void Stop() => _stop.Cancel();

    public LiveAnswer Of(Side side) => side == Side.A ? A : B;

    public void Dispose() => _stop.Dispose();
}
