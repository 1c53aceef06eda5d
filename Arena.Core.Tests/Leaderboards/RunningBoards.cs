using Arena.Core.Leaderboards;

namespace Arena.Core.Tests.Leaderboards;

/// <summary>Boards that are kept up to date behind a test's back, as a host does it.</summary>
internal sealed class RunningBoards : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly Task _running;

    public RunningBoards(RatedArena arena, LiveBoards? boards = null)
    {
        Boards = boards ?? arena.NewBoards();
        _running = Boards.RunAsync(_stop.Token);
    }

    public LiveBoards Boards { get; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _running);
        _stop.Dispose();
    }
}
