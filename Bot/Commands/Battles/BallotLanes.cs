using System.Threading.Channels;
using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Microsoft.Extensions.Logging;

namespace Bot.Commands.Battles;

/// <summary>
/// Carries reactions to the ballot box: in order for each member and message, many members at once, so that one commit carries the ballots
/// of many lanes and a slow disk holds up nobody but whoever waits for it. What is not stored in the end is read from Discord again.
/// </summary>
internal sealed partial class BallotLanes
{
    private const int Count = 512;
    private const int Room = 256;

    /// <summary>Between a ballot that could not be stored and reading the standing reactions again.</summary>
    private static readonly TimeSpan RecoveryPause = TimeSpan.FromSeconds(15);

    private readonly BallotBox _box;
    private readonly BattleEngine _engine;
    private readonly TimeProvider _time;
    private readonly ILogger<BallotLanes> _logger;
    private readonly Channel<Item>[] _lanes = new Channel<Item>[Count];
    private readonly Channel<bool> _missed = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public BallotLanes(BallotBox box, BattleEngine engine, TimeProvider time, ILogger<BallotLanes> logger)
    {
        _box = box;
        _engine = engine;
        _time = time;
        _logger = logger;
        for (var i = 0; i < Count; i++)
            _lanes[i] = Channel.CreateBounded<Item>(new BoundedChannelOptions(Room) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    }

    /// <summary>Works until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(_lanes.Select(lane => WorkAsync(lane.Reader, cancellationToken)).Append(RecoverAsync(cancellationToken)));

    /// <summary>Takes a reaction, or its withdrawal. Waits only while the lane is full.</summary>
    public ValueTask TakeAsync(MessageId message, Voter voter, Choice choice, bool withdrawn, CancellationToken cancellationToken) =>
        _lanes[LaneOf(message, voter.Id)].Writer.WriteAsync(new Item(message, voter, choice, withdrawn, null), cancellationToken);

    /// <summary>Returns once everything that was taken before is stored.</summary>
    public async Task SettleDownAsync(CancellationToken cancellationToken)
    {
        var marks = new Task[Count];
        for (var i = 0; i < Count; i++)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            marks[i] = reached.Task;
            await _lanes[i].Writer.WriteAsync(new Item(default, default, default, false, reached), cancellationToken);
        }

        await Task.WhenAll(marks).WaitAsync(cancellationToken);
    }

    private static int LaneOf(MessageId message, MemberId member) => (int)((uint)HashCode.Combine(message, member) % Count);

    private async Task WorkAsync(ChannelReader<Item> lane, CancellationToken cancellationToken)
    {
        await foreach (var item in lane.ReadAllAsync(cancellationToken))
        {
            if (item.Reached is { } reached)
                reached.SetResult();
            else
                await StoreAsync(item, cancellationToken);
        }
    }

    private async Task StoreAsync(Item item, CancellationToken cancellationToken)
    {
        try
        {
            if (item.Withdrawn)
                await _box.WithdrawAsync(item.Message, item.Voter.Id, item.Choice, cancellationToken);
            else
                await _box.CastAsync(item.Message, item.Voter, item.Choice, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The reaction still stands on Discord, so the ballot is late and not lost.
            Log.NotStored(_logger, item.Message, item.Voter.Id, e);
            _missed.Writer.TryWrite(true);
        }
    }

    private async Task RecoverAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in _missed.Reader.ReadAllAsync(cancellationToken))
        {
            await Task.Delay(RecoveryPause, _time, cancellationToken);
            try
            {
                await _engine.ReconcileAsync(cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                Log.NotReconciled(_logger, e);
                _missed.Writer.TryWrite(true);
            }
        }
    }

    /// <param name="Reached">Set for a mark that only tells that the lane has come this far.</param>
    private readonly record struct Item(MessageId Message, Voter Voter, Choice Choice, bool Withdrawn, TaskCompletionSource? Reached);

    private static partial class Log
    {
        [LoggerMessage(7001, LogLevel.Error, "The reaction of {Member} on message {Message} could not be stored; the standing reactions are read again soon.")]
        public static partial void NotStored(ILogger logger, MessageId message, MemberId member, Exception e);

        [LoggerMessage(7002, LogLevel.Error, "The standing reactions could not be read again; another try follows.")]
        public static partial void NotReconciled(ILogger logger, Exception e);
    }
}
