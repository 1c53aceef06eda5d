using System.Threading.Channels;

namespace Arena.Core.Battles.Generating;

/// <summary>The battles that wait, in memory; the database holds the same.</summary>
internal sealed class BattleQueue(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<BattleId, Waiting> _waiting = [];
    private readonly List<Channel<bool>> _subscribers = [];

    /// <summary>All that wait, next first.</summary>
    public IReadOnlyList<Waiting> InOrder
    {
        get
        {
            lock (_lock)
                return QueueOrder.Of(_waiting.Values);
        }
    }

    /// <summary>Somebody can be taken.</summary>
    public bool HasPosted
    {
        get
        {
            lock (_lock)
                return _waiting.Values.Any(waiting => waiting.IsPosted);
        }
    }

    /// <summary>Puts a battle in, or back in; who was in it before keeps the time it has waited.</summary>
    /// <param name="since">When it began to wait; now unless said.</param>
    public void Add(Battle battle, DateTimeOffset? since = null)
    {
        lock (_lock)
            _waiting[battle.Id] = new Waiting(battle, since ?? time.GetUtcNow());
        Signal();
    }

    /// <summary>Its message stands now.</summary>
    public void Posted(BattleId id, MessageId message)
    {
        lock (_lock)
        {
            if (_waiting.TryGetValue(id, out var waiting))
                _waiting[id] = waiting with { Battle = waiting.Battle with { Message = message } };
        }

        Signal();
    }

    public void Remove(BattleId id)
    {
        lock (_lock)
            _waiting.Remove(id);
        Signal();
    }

    /// <summary>1 for the next; null when it does not wait.</summary>
    public int? Place(BattleId id)
    {
        var order = InOrder;
        for (var i = 0; i < order.Count; i++)
        {
            if (order[i].Battle.Id == id)
                return i + 1;
        }

        return null;
    }

    /// <summary>Takes the next battle that is posted; null when there is none.</summary>
    public Waiting? TryTake()
    {
        lock (_lock)
        {
            var next = QueueOrder.Of(_waiting.Values).FirstOrDefault(waiting => waiting.IsPosted);
            if (next is not null && _waiting.Remove(next.Battle.Id))
                Signal();
            return next;
        }
    }

    /// <summary>Signals of change, from now on; many changes may be one signal.</summary>
    public ChannelReader<bool> Subscribe()
    {
        var channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        lock (_lock)
            _subscribers.Add(channel);
        return channel.Reader;
    }

    /// <summary>Something that is shown of the queue changed: who waits, or how long.</summary>
    public void Signal()
    {
        lock (_lock)
            _subscribers.ForEach(channel => channel.Writer.TryWrite(true));
    }
}
