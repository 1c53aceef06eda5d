using System.Collections.Concurrent;
using System.Threading.Channels;
using Arena.Core.Inference;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Roster;

/// <summary>Fetches models to the nodes: takes what is asked for, runs it, shows it, and goes on after a restart where the last process ended.</summary>
public sealed partial class PullDesk
{
    private readonly IPullStore _store;
    private readonly RosterService _roster;
    private readonly Fleet _fleet;
    private readonly IPullScreen _screen;
    private readonly IReadOnlyList<IPullListener> _listeners;
    private readonly PullRunner _runner;
    private readonly PullOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Channel<(Pull Pull, PullDisplay Display)> _started = Channel.CreateUnbounded<(Pull, PullDisplay)>();
    private readonly ConcurrentDictionary<PullId, RunningPull> _running = new();

    internal PullDesk(
        IPullStore store, RosterService roster, Fleet fleet, IPullScreen screen, IEnumerable<IPullListener> listeners, InferenceOptions bounds,
        PullOptions options, TimeProvider time, ILogger<PullDesk> logger)
    {
        (_store, _roster, _fleet, _screen, _listeners) = (store, roster, fleet, screen, [.. listeners]);
        (_options, _time, _logger) = (options, time, logger);
        _runner = new PullRunner(store, fleet, bounds, options, time, logger);
    }

    /// <summary>The pulls that run or wait here, first asked first, as they are shown.</summary>
    public IReadOnlyList<PullView> Running => [.. _running.Values.Select(running => running.Latest).OrderBy(view => view.Pull.Id.Value)];

    /// <summary>Starts fetching a model, and posts the message that shows it.</summary>
    /// <param name="tag">In any spelling.</param>
    /// <param name="adds">Whether it is put on the roster when it is there.</param>
    /// <param name="server">Where it is asked for.</param>
    /// <param name="channel">Where it is shown.</param>
    /// <param name="by">Who asks; that they may is the caller's to know.</param>
    /// <param name="suggestion">The suggestion that it follows, or null.</param>
    /// <param name="cancellationToken">Ends the asking, not the pull.</param>
    public async Task<StartPullResult> StartAsync(
        string tag, bool adds, ServerId server, ChannelId channel, MemberId by, long? suggestion, CancellationToken cancellationToken)
    {
        if (!ModelName.TryParse(tag, out var name, out var why))
            return new StartPullResult.Malformed(why);
        if (await FindRunningAsync(name.Canonical, cancellationToken) is { } running)
            return new StartPullResult.AlreadyRunning(running);
        switch (await _fleet.FindAsync(name.Canonical, cancellationToken))
        {
            case ModelLookup.Unreachable unreachable:
                Log.NotAsked(_logger, name.Canonical, unreachable.OperatorDetail);
                return new StartPullResult.NodesUnreachable();
            case ModelLookup.Found { Model: var held }:
                var onRoster = await _roster.FindAsync(held.Tag, cancellationToken);
                return new StartPullResult.AlreadyHeld(held.Tag, held.CanChat, onRoster is { CanPlay: true });
        }

        var (pull, isNew) = await _store.StartAsync(name.Canonical, adds, server, channel, by, suggestion, _time.GetUtcNow(), cancellationToken);
        if (!isNew)
            return new StartPullResult.AlreadyRunning(pull);

        var display = Display();
        await display.TryShowAsync(PullView.Of(pull, PullStage.Starting), CancellationToken.None);
        _started.Writer.TryWrite((pull, display));
        return new StartPullResult.Started(await _store.FindAsync(pull.Id, CancellationToken.None) ?? pull);
    }

    /// <summary>The pull that runs or waits of a model; null for none.</summary>
    /// <param name="tag">In any spelling.</param>
    public async Task<Pull?> FindRunningAsync(string tag, CancellationToken cancellationToken) =>
        (await _store.RunningAsync(cancellationToken)).FirstOrDefault(pull => ModelName.Same(pull.Tag, tag));

    public Task<Pull?> FindAsync(PullId pull, CancellationToken cancellationToken) => _store.FindAsync(pull, cancellationToken);

    /// <summary>Ends a pull that runs or waits; what was downloaded stays on the node, and a later pull goes on there.</summary>
    /// <param name="isKeeper">Whether <paramref name="by"/> cares for the roster; else only the one who asked for it may.</param>
    public async Task<CancelPullResult> CancelAsync(PullId id, MemberId by, bool isKeeper, CancellationToken cancellationToken)
    {
        if (await _store.FindAsync(id, cancellationToken) is not { } pull)
            return new CancelPullResult.Unknown();
        if (!isKeeper && by != pull.AskedBy)
            return new CancelPullResult.NotYours();
        if (!await _store.TryEndAsync(id, PullState.Cancelled, null, null, by, _time.GetUtcNow(), cancellationToken))
            return new CancelPullResult.Over((await _store.FindAsync(id, cancellationToken) ?? pull).State);
        if (_running.TryGetValue(id, out var running))
            running.Cancel();
        return new CancelPullResult.Cancelled(pull with { State = PullState.Cancelled, EndedBy = by });
    }

    /// <summary>Puts a model on the roster that was pulled without that, and shows it in the pull's message.</summary>
    /// <returns>Null where there is no such pull, or it is not done.</returns>
    public async Task<AddResult?> AddAsync(PullId id, MemberId by, CancellationToken cancellationToken)
    {
        if (await _store.FindAsync(id, cancellationToken) is not { State: PullState.Done } pull)
            return null;
        var added = await _roster.AddAsync(pull.Tag, by, cancellationToken);
        if (added is not (AddResult.Added or AddResult.Restored or AddResult.AlreadyActive))
            return added;
        await _store.SetAddsAsync(id, cancellationToken);
        await Display().TryShowAsync(PullView.Of(pull with { Adds = true }, PullStage.Checking) with { Added = added }, cancellationToken);
        return added;
    }

    /// <summary>Runs what is asked for until cancelled, beginning with what the last process left. To be called once.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var turns = new SemaphoreSlim(_options.AtOnce, _options.AtOnce);
        var tasks = new List<Task>();
        try
        {
            foreach (var ended in await _store.UnshownAsync(cancellationToken))
                tasks.Add(FinishAsync(ended, Display(), cancellationToken));
            foreach (var left in await _store.RunningAsync(cancellationToken))
                Begin(left, Display());
            await foreach (var (pull, display) in _started.Reader.ReadAllAsync(cancellationToken))
            {
                tasks.RemoveAll(task => task.IsCompletedSuccessfully);
                Begin(pull, display);
            }
        }
        finally
        {
            await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        void Begin(Pull pull, PullDisplay display)
        {
            var running = new RunningPull(pull, display, cancellationToken);
            if (_running.TryAdd(pull.Id, running))
                tasks.Add(RunAsync(running, turns, cancellationToken));
        }
    }

    private async Task RunAsync(RunningPull running, SemaphoreSlim turns, CancellationToken stopping)
    {
        var id = running.Latest.Pull.Id;
        try
        {
            await SeeThroughAsync(id, () => RunInTurnAsync(running, turns), stopping);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Somebody cancelled it, and that is stored; it is shown below.
        }
        finally
        {
            _running.TryRemove(id, out _);
            running.Dispose();
        }

        if (await _store.FindAsync(id, stopping) is { State: not PullState.Running } ended)
            await FinishAsync(ended, running.Display, stopping);
    }

    /// <summary>Does it again where it breaks: a full disk of our own has room again some day.</summary>
    private async Task SeeThroughAsync(PullId pull, Func<Task> work, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await work();
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.Broke(_logger, pull, _options.Pauses[^1].TotalSeconds, e);
                await Task.Delay(_options.Pauses[^1], _time, stopping);
            }
        }
    }

    private async Task RunInTurnAsync(RunningPull running, SemaphoreSlim turns)
    {
        using var displaying = CancellationTokenSource.CreateLinkedTokenSource(running.Cancelled);
        var shown = running.Display.RunAsync(displaying.Token);
        try
        {
            if (!await turns.WaitAsync(TimeSpan.Zero, running.Cancelled))
            {
                running.Show(PullView.Of(running.Latest.Pull, PullStage.Waiting));
                await turns.WaitAsync(running.Cancelled);
            }

            try
            {
                // It may have been cancelled before anybody ran it.
                if (await _store.FindAsync(running.Latest.Pull.Id, running.Cancelled) is { State: PullState.Running } pull)
                    await _runner.RunAsync(pull, running.Show, running.Cancelled);
            }
            finally
            {
                turns.Release();
            }
        }
        finally
        {
            await displaying.CancelAsync();
            await shown.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Adds the model if that is wanted, shows how the pull ended, tells who listens. May be repeated after a death in between.</summary>
    private Task FinishAsync(Pull pull, PullDisplay display, CancellationToken stopping) => SeeThroughAsync(pull.Id, async () =>
    {
        await EndAsync(pull, display, stopping);
        await _store.SetShownAsync(pull.Id, stopping);
    }, stopping);

    private async Task EndAsync(Pull pull, PullDisplay display, CancellationToken cancellationToken)
    {
        var added = pull is { State: PullState.Done, Adds: true } ? await _roster.AddAsync(pull.Tag, pull.AskedBy, cancellationToken) : null;
        var view = PullView.Of(pull, PullStage.Checking) with
        {
            Added = added,
            DidYouMean = pull.Failure == PullFailure.UnknownModel ? await NearestAsync(pull.Tag, cancellationToken) : null,
        };
        foreach (var pause in _options.Pauses.Append(TimeSpan.Zero))
        {
            if (await display.TryShowAsync(view, cancellationToken))
                break;
            await Task.Delay(pause, _time, cancellationToken);
        }

        foreach (var listener in _listeners)
            await listener.PullEndedAsync(pull, added, cancellationToken);
    }

    private async Task<string?> NearestAsync(string tag, CancellationToken cancellationToken)
    {
        var known = _roster.Current.Select(model => model.Tag);
        try
        {
            known = known.Concat((await _fleet.ModelsAsync(cancellationToken)).Select(model => model.Tag));
        }
        catch (ModelHostException problem)
        {
            Log.NotAsked(_logger, tag, problem.Message);
        }

        return ClosestName.Find(tag, known.Distinct(StringComparer.OrdinalIgnoreCase));
    }

    private PullDisplay Display() => new(_screen, _store, _options, _time, _logger);

    private static partial class Log
    {
        [LoggerMessage(4104, LogLevel.Warning, "No node could be asked about {Tag}. {Detail}")]
        public static partial void NotAsked(ILogger logger, string tag, string detail);

        [LoggerMessage(4105, LogLevel.Error, "Pull {Pull} broke off; it is taken up again in {Pause} s.")]
        public static partial void Broke(ILogger logger, PullId pull, double pause, Exception exception);
    }
}
