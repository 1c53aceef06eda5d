using System.Threading.Channels;
using Arena.Core.Battles.Generating;
using Arena.Core.Battles.Voting;
using Arena.Core.Servers;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Battles.Showing;

/// <summary>
/// Makes each battle's message show what is stored: posts it, edits it, offers the choices. It is told only which battle;
/// what to show is read when it shows it, so an older state never follows a newer one.
/// </summary>
internal sealed partial class Announcer(
    IBattleStore battles, BattleViews views, BattleQueue queue, OpenBattles open, IBattleScreen screen, ServerSettingsBook settings,
    TimeProvider time, ILogger<Announcer> logger)
{
    private const int Attempts = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    private readonly Channel<BattleId> _told = Channel.CreateUnbounded<BattleId>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock _lock = new();
    private readonly Dictionary<BattleId, bool> _busy = [];      // true: told again meanwhile

    /// <summary>Called with a battle whose message or channel is gone, or can not be posted.</summary>
    public Func<BattleId, VoidReason, string, CancellationToken, Task>? OnUnshowable { get; set; }

    /// <summary>Called with a battle whose vote is now shown and had reactions before it was open.</summary>
    public Func<OpenBattle, CancellationToken, Task>? OnEarlyReactions { get; set; }

    /// <summary>The battle's message should show its present state. Returns at once.</summary>
    public void Tell(BattleId id) => _told.Writer.TryWrite(id);

    /// <summary>Runs until cancelled. Battles are shown side by side, one battle's states one after the other.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var shows = new List<Task>();
        try
        {
            await foreach (var id in _told.Reader.ReadAllAsync(cancellationToken))
            {
                shows.RemoveAll(show => show.IsCompleted);
                if (TryBegin(id))
                    shows.Add(ShowUntilCurrentAsync(id, cancellationToken));
            }
        }
        finally
        {
            await Task.WhenAll(shows);                          // they end soon: the token has fired
        }
    }

    // One at a time for each battle: while it is being shown, that it is told again is only noted.
    private bool TryBegin(BattleId id)
    {
        lock (_lock)
        {
            if (_busy.TryAdd(id, false))
                return true;
            _busy[id] = true;
            return false;
        }
    }

    private async Task ShowUntilCurrentAsync(BattleId id, CancellationToken cancellationToken)
    {
        do
        {
            await ShowWithRetriesAsync(id, cancellationToken);
        }
        while (IsToldAgain(id));
    }

    private bool IsToldAgain(BattleId id)
    {
        lock (_lock)
        {
            if (_busy[id])
            {
                _busy[id] = false;
                return true;
            }

            _busy.Remove(id);
            return false;
        }
    }

    // The outermost loop of showing one battle: whatever happens here must not end the arena.
    private async Task ShowWithRetriesAsync(BattleId id, CancellationToken cancellationToken)
    {
        var pause = FirstPause;
        for (var attempt = 1; ; attempt++, pause *= 2)
        {
            try
            {
                await ShowAsync(id, cancellationToken);
                return;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (BattleMessageGoneException gone)
            {
                Log.Gone(logger, id, gone.Message);
                await UnshowableAsync(id, gone.ChannelIsGone ? VoidReason.ChannelDeleted : VoidReason.MessageDeleted, gone, cancellationToken);
                return;
            }
            catch (Exception e)
            {
                Log.NotShown(logger, e, id, attempt);
                if (attempt == Attempts)
                {
                    await GiveUpAsync(id, e, cancellationToken);
                    return;
                }
            }

            try
            {
                await Task.Delay(pause, time, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ShowAsync(BattleId id, CancellationToken cancellationToken)
    {
        if (await battles.FindAsync(id, cancellationToken) is not { } battle)
            return;
        if (battle.Message is null)
        {
            if (battle.IsOver)
            {
                await MarkShownAsync(battle, cancellationToken);    // it never was in the channel
                return;
            }

            battle = await PostAsync(battle, cancellationToken);
            if (battle.State == BattleState.Queued)
                return;                                         // it was posted as this
        }

        // What its message says is no longer known here, so it stays as it is.
        if (battle.AreTextsDropped || battle.VoidReason is VoidReason.MessageDeleted or VoidReason.ChannelDeleted)
        {
            await MarkShownAsync(battle, cancellationToken);
            return;
        }

        if (await views.OfAsync(battle, cancellationToken) is not { } view)
            return;                                             // out of date already; whoever changed it tells us again
        await screen.ShowAsync(view, cancellationToken);
        // Once, when it first shows that it is settled; later changes of the message are no news.
        if (battle is { State: BattleState.Settled, Kind: BattleKind.Battle } && settings.Of(battle.Server).ResultsChannel is { } results
            && !await battles.IsShownAsync(id, cancellationToken))
            await screen.PostResultAsync(view, results, cancellationToken);
        await MarkShownAsync(battle, cancellationToken);
        if (battle is { State: BattleState.Voting, IsSecret: false })
            await OfferAsync(view, cancellationToken);
    }

    private async Task<Battle> PostAsync(Battle battle, CancellationToken cancellationToken)
    {
        var message = await screen.PostAsync(views.Queued(battle), cancellationToken);
        await battles.TrySetMessageAsync(battle.Id, message, cancellationToken);
        queue.Posted(battle.Id, message);
        return (await battles.FindAsync(battle.Id, cancellationToken))!;
    }

    private async Task OfferAsync(BattleView view, CancellationToken cancellationToken)
    {
        await screen.OfferChoicesAsync(view, cancellationToken);
        if (open.Find(view.Battle.Message!.Value) is { } battle && open.TakeEarly(battle) && OnEarlyReactions is { } read)
            await read(battle, cancellationToken);
    }

    private Task MarkShownAsync(Battle battle, CancellationToken cancellationToken) =>
        battles.MarkShownAsync(battle.Id, battle.State, cancellationToken);

    private async Task GiveUpAsync(BattleId id, Exception reason, CancellationToken cancellationToken)
    {
        // What could not be posted can not be voted on. What stands in the channel goes on as it is, and is shown again
        // at the next change or the next start.
        if (await battles.FindAsync(id, cancellationToken) is { Message: null })
            await UnshowableAsync(id, VoidReason.NotPosted, reason, cancellationToken);
    }

    private async Task UnshowableAsync(BattleId id, VoidReason reason, Exception detail, CancellationToken cancellationToken)
    {
        try
        {
            if (OnUnshowable is { } end)
                await end(id, reason, detail.Message, cancellationToken);
            // Over already and nowhere to be shown: that is settled, too.
            if (await battles.FindAsync(id, cancellationToken) is { IsOver: true } battle)
                await MarkShownAsync(battle, cancellationToken);
        }
        catch (Exception e) when (e is DatabaseException or OperationCanceledException)
        {
            Log.NotShown(logger, e, id, Attempts);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1001, LogLevel.Information, "Battle {Battle} can not be shown any more. {Detail}")]
        public static partial void Gone(ILogger logger, BattleId battle, string detail);

        [LoggerMessage(1002, LogLevel.Warning, "Battle {Battle} could not be shown (attempt {Attempt}).")]
        public static partial void NotShown(ILogger logger, Exception exception, BattleId battle, int attempt);
    }
}
