using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Bot.Commands.Battles;
using Bot.Discord;
using Bot.Discord.Events;
using Bot.Discord.Registration;
using Bot.Presentation.Battles;
using Microsoft.Extensions.Logging;

namespace Bot.Commands;

/// <summary>Connects to Discord and leads what happens there to the arena: reactions to the ballot box, interactions to their commands.</summary>
internal sealed partial class ArenaGateway
{
    private static readonly TimeSpan FirstRegistrationPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestRegistrationPause = TimeSpan.FromMinutes(5);

    private readonly IDiscordClient _discord;
    private readonly InteractionRouter _interactions;
    private readonly BallotLanes _ballots;
    private readonly BallotBox _box;
    private readonly BattleDesk _desk;
    private readonly BattleEngine _engine;
    private readonly DiscordBattleScreen _screen;
    private readonly ServerGate _servers;
    private readonly ServerNames _names;
    private readonly TimeProvider _time;
    private readonly ILogger<ArenaGateway> _logger;
    private readonly TaskCompletionSource<RegistrationReport> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _reconciling = new(1, 1);
    private int _reconcilesAsked;
    private bool _isRegistering;
    private MemberId? _self;

    public ArenaGateway(
        IDiscordClient discord, InteractionRouter interactions, BallotLanes ballots, BallotBox box, BattleDesk desk, BattleEngine engine,
        DiscordBattleScreen screen, ServerGate servers, ServerNames names, TimeProvider time, ILogger<ArenaGateway> logger)
    {
        _discord = discord;
        _interactions = interactions;
        _ballots = ballots;
        _box = box;
        _desk = desk;
        _engine = engine;
        _screen = screen;
        _servers = servers;
        _names = names;
        _time = time;
        _logger = logger;
    }

    /// <summary>Completes once the gateway is ready and the commands are registered; fails if <see cref="RunAsync"/> ends before.</summary>
    public Task<RegistrationReport> Ready => _ready.Task;

    /// <summary>
    /// Connects and routes events until cancelled (then throws <see cref="OperationCanceledException"/>), or until Discord says that it
    /// is pointless (<see cref="DiscordFatalException"/>). To be called once.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] parts = [_discord.RunAsync(stop.Token), _ballots.RunAsync(stop.Token), RouteAsync(stop.Token)];
        await Task.WhenAny(parts);
        await stop.CancelAsync();
        await Task.WhenAll(parts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // One part ended and the others were told to; what counts is why the first one did.
        var reason = parts.FirstOrDefault(part => part.IsFaulted)?.Exception!.InnerException;
        _ready.TrySetException(reason ?? new OperationCanceledException("The bot stopped before it was ready."));
        _ = _ready.Task.Exception;                                           // nobody may be waiting for it
        await Task.WhenAll(parts.Where(part => part.IsFaulted));
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task RouteAsync(CancellationToken cancellationToken)
    {
        await foreach (var happened in _discord.Events.ReadAllAsync(cancellationToken))
        {
            try
            {
                await RouteAsync(happened, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                Log.Failed(_logger, happened.GetType().Name, e);
            }
        }
    }

    /// <summary>Only what must keep Discord's order is awaited here; the rest runs beside it.</summary>
    private async Task RouteAsync(DiscordEvent happened, CancellationToken cancellationToken)
    {
        switch (happened)
        {
            case DiscordEvent.InteractionReceived received:
                Beside(received, () => _interactions.AnswerAsync(received.Interaction, cancellationToken), cancellationToken);
                break;
            case DiscordEvent.ReactionAdded { IsBot: not true } added when added.Member != _self && ChoiceEmoji.Parse(added.Emoji) is { } choice:
                await _ballots.TakeAsync(added.Message, new Voter(added.Member, added.JoinedAt), choice, withdrawn: false, cancellationToken);
                break;
            case DiscordEvent.ReactionRemoved removed when ChoiceEmoji.Parse(removed.Emoji) is { } choice:
                if (removed.Member == _self)
                    Beside(removed, () => _screen.OfferAgainAsync(removed.Channel, removed.Message, cancellationToken), cancellationToken);
                else
                    await _ballots.TakeAsync(removed.Message, new Voter(removed.Member, null), choice, withdrawn: true, cancellationToken);
                break;
            case DiscordEvent.ReactionsCleared cleared:
                await WithdrawAllAsync(cleared.Message, null, cancellationToken);
                break;
            case DiscordEvent.EmojiCleared cleared when ChoiceEmoji.Parse(cleared.Emoji) is { } choice:
                await WithdrawAllAsync(cleared.Message, choice, cancellationToken);
                break;
            case DiscordEvent.MessageDeleted deleted:
                Beside(deleted, () => _desk.MessageDeletedAsync(deleted.Message, cancellationToken), cancellationToken);
                break;
            case DiscordEvent.MessagesDeleted deleted:
                Beside(deleted, () => MessagesDeletedAsync(deleted.Messages, cancellationToken), cancellationToken);
                break;
            case DiscordEvent.ChannelDeleted deleted:
                Beside(deleted, () => _desk.ChannelDeletedAsync(deleted.Channel, cancellationToken), cancellationToken);
                break;
            case DiscordEvent.ThreadDeleted deleted:
                Beside(deleted, () => _desk.ChannelDeletedAsync(deleted.Thread, cancellationToken), cancellationToken);
                break;
            case DiscordEvent.Ready ready:
                BecomeReady(ready, cancellationToken);
                break;
            case DiscordEvent.ServerAvailable available:
                // What is asked in a server finds it remembered.
                if (!await _servers.AdmitAsync(available.Server, cancellationToken))
                    Beside(available, () => _servers.LeaveAsync(available.Server, cancellationToken), cancellationToken);
                break;
            case DiscordEvent.ServerChanged changed:
                _names.Learn(changed.Server, changed.Name);
                break;
            case DiscordEvent.ServerUnavailable gone:
                Log.Outage(_logger, gone.Server.Value);
                break;
            case DiscordEvent.ServerRemoved gone:
                Log.Removed(_logger, gone.Server.Value);
                _names.Forget(gone.Server);
                Beside(gone, () => _desk.ServerLeftAsync(gone.Server, cancellationToken), cancellationToken);
                break;
        }
    }

    private void BecomeReady(DiscordEvent.Ready ready, CancellationToken cancellationToken)
    {
        _self = ready.Bot.Id;
        Log.Connected(_logger, ready.Bot.Name, ready.Servers.Count, ready.IsNewSession ? "new" : "resumed");
        if (!_isRegistering)
        {
            _isRegistering = true;
            Beside(ready, () => RegisterAsync(ready, cancellationToken), cancellationToken);
        }

        if (ready.IsNewSession)
            Beside(ready, () => ReconcileAsync(cancellationToken), cancellationToken);
    }

    private async Task RegisterAsync(DiscordEvent.Ready ready, CancellationToken cancellationToken)
    {
        for (var pause = FirstRegistrationPause; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestRegistrationPause.Ticks)))
        {
            try
            {
                var report = await _discord.RegisterCommandsAsync(ready.Application, _interactions.Definitions, cancellationToken);
                Log.Registered(_logger, report.Unchanged, report.Created, report.Updated, report.Deleted);
                _ready.TrySetResult(report);
                return;
            }
            catch (DiscordException e) when (e.Failure is not (DiscordFailure.Refused or DiscordFailure.Unauthorized))
            {
                Log.NotRegistered(_logger, pause, e.Message);
                await Task.Delay(pause, _time, cancellationToken);
            }
            catch (DiscordException e)
            {
                // Discord does not take these commands, and asking again changes nothing.
                _ready.TrySetException(e);
                throw;
            }
        }
    }

    /// <summary>Reads what was missed. Asked for again while it runs, it runs once more; asked thrice, not thrice.</summary>
    private async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        var asked = Interlocked.Increment(ref _reconcilesAsked);
        await _reconciling.WaitAsync(cancellationToken);
        try
        {
            if (asked == Volatile.Read(ref _reconcilesAsked))
                await _engine.ReconcileAsync(cancellationToken);
        }
        finally
        {
            _reconciling.Release();
        }
    }

    private async Task WithdrawAllAsync(MessageId message, Choice? only, CancellationToken cancellationToken)
    {
        // Rare, and it concerns every lane: what came before must be stored before, what comes after waits.
        await _ballots.SettleDownAsync(cancellationToken);
        await _box.WithdrawAllAsync(message, only, cancellationToken);
    }

    private async Task MessagesDeletedAsync(IReadOnlyList<MessageId> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
            await _desk.MessageDeletedAsync(message, cancellationToken);
    }

    private void Beside(DiscordEvent happened, Func<Task> work, CancellationToken cancellationToken) => _ = Task.Run(
        async () =>
        {
            try
            {
                await work();
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // The bot stops.
            }
            catch (Exception e)
            {
                Log.Failed(_logger, happened.GetType().Name, e);
            }
        },
        CancellationToken.None);

    private static partial class Log
    {
        [LoggerMessage(7030, LogLevel.Error, "An event was not handled: {Event}.")]
        public static partial void Failed(ILogger logger, string @event, Exception e);

        [LoggerMessage(7031, LogLevel.Information, "Connected as {Bot}; servers: {Servers}; session: {Session}.")]
        public static partial void Connected(ILogger logger, string bot, int servers, string session);

        [LoggerMessage(7032, LogLevel.Information, "Commands: {Unchanged} unchanged, {Created} created, {Updated} updated, {Deleted} deleted.")]
        public static partial void Registered(ILogger logger, int unchanged, int created, int updated, int deleted);

        [LoggerMessage(7033, LogLevel.Warning, "The commands could not be registered; another try in {Pause}: {Problem}")]
        public static partial void NotRegistered(ILogger logger, TimeSpan pause, string problem);

        [LoggerMessage(7034, LogLevel.Information, "Server {Server} has an outage at Discord's; its battles go on when it is back.")]
        public static partial void Outage(ILogger logger, ulong server);

        [LoggerMessage(7035, LogLevel.Information, "The bot was removed from server {Server}.")]
        public static partial void Removed(ILogger logger, ulong server);
    }
}
