using Arena.Core.Battles;
using Arena.Core.Battles.Showing;

namespace Bot.Presentation.Battles;

/// <summary>
/// Keeps the edits of one battle's message in order: one in flight, the newest text wins, about one text a second. A state is sent as
/// soon as the edit in flight is through, and takes the place of any text that waits.
/// </summary>
internal sealed class MessageLane : IDisposable
{
    /// <summary>Between two edits that only bring newer text.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly Func<BattleView, bool, MessageLane, CancellationToken, Task> _send;
    private readonly Action<BattleView, Exception> _onFailure;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _inFlight = new(1, 1);
    private readonly TaskCompletionSource<MessageId> _posted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private BattleView? _waiting;
    private (int Round, int Restarts, BattleState State) _shown;
    private bool _isPumping;
    private long? _lastSent;

    /// <param name="send">Sends an edit; the flag tells a state from newer text.</param>
    /// <param name="onFailure">Hears why newer text was not shown.</param>
    public MessageLane(Func<BattleView, bool, MessageLane, CancellationToken, Task> send, Action<BattleView, Exception> onFailure, TimeProvider time)
    {
        _send = send;
        _onFailure = onFailure;
        _time = time;
    }

    /// <summary>The message, once it is posted; faults if that fails.</summary>
    public TaskCompletionSource<MessageId> Posted => _posted;

    /// <summary>What the message said after the last edit; for the one who edits.</summary>
    public string? Words { get; set; }

    /// <summary>Newer text. Older than a state that is shown already, it is forgotten.</summary>
    public void Offer(BattleView view, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (Rank(view).CompareTo(_shown) < 0)
                return;
            _waiting = view;
            if (_isPumping)
                return;
            _isPumping = true;
        }

        _ = Task.Run(() => PumpAsync(cancellationToken), CancellationToken.None);
    }

    /// <summary>A state. Returns once it is shown.</summary>
    public async Task ShowAsync(BattleView view, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _waiting = null;
            _shown = Rank(view);
        }

        await _inFlight.WaitAsync(cancellationToken);
        try
        {
            await _send(view, true, this, cancellationToken);
            _lastSent = _time.GetTimestamp();
        }
        finally
        {
            _inFlight.Release();
        }
    }

    public void Dispose() => _inFlight.Dispose();

    private async Task PumpAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                if (_lastSent is { } last && Pace - _time.GetElapsedTime(last) is var rest && rest > TimeSpan.Zero)
                    await Task.Delay(rest, _time, cancellationToken);
                await _inFlight.WaitAsync(cancellationToken);
                try
                {
                    if (TakeWaiting() is not { } view)
                        return;
                    await SendTextAsync(view, cancellationToken);
                    _lastSent = _time.GetTimestamp();
                }
                finally
                {
                    _inFlight.Release();
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The bot stops; whatever is newest is shown again after the next start.
        }
    }

    private async Task SendTextAsync(BattleView view, CancellationToken cancellationToken)
    {
        try
        {
            await _send(view, false, this, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Newer text is dispensable: the next one, or the next state, brings it, and a state reports what stands in its way.
            _onFailure(view, e);
        }
    }

    private BattleView? TakeWaiting()
    {
        lock (_lock)
        {
            var view = _waiting;
            _waiting = null;
            if (view is null)
                _isPumping = false;
            return view;
        }
    }

    private static (int Round, int Restarts, BattleState State) Rank(BattleView view) => (view.Battle.Round, view.Battle.Restarts, view.Battle.State);
}
