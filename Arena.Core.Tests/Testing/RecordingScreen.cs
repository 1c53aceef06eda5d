using System.Collections.Concurrent;
using Arena.Core.Battles;
using Arena.Core.Battles.Showing;

namespace Arena.Core.Tests.Testing;

/// <summary>A channel that outlives the arena: remembers what it was shown, and holds members' reactions.</summary>
internal sealed class RecordingScreen : IBattleScreen
{
    private readonly Lock _lock = new();
    private readonly Dictionary<BattleId, ScreenMessage> _messages = [];
    private ulong _next = 9_000;

    /// <summary>Called before anything but an update happens; may wait or throw.</summary>
    public Func<string, BattleId?, Task>? Before { get; set; }

    public ScreenMessage? Find(BattleId battle)
    {
        lock (_lock)
            return _messages.GetValueOrDefault(battle);
    }

    public int Messages
    {
        get
        {
            lock (_lock)
                return _messages.Count;
        }
    }

    public async Task<MessageId> PostAsync(BattleView view, CancellationToken cancellationToken)
    {
        await BeforeAsync("post", view.Battle.Id, cancellationToken);
        lock (_lock)
        {
            if (!_messages.TryGetValue(view.Battle.Id, out var message))
                _messages.Add(view.Battle.Id, message = new ScreenMessage(new MessageId(++_next)));
            message.Show(view);
            return message.Id;
        }
    }

    public void Update(BattleView view)
    {
        lock (_lock)
            _messages[view.Battle.Id].Show(view);
    }

    public async Task ShowAsync(BattleView view, CancellationToken cancellationToken)
    {
        await BeforeAsync("show", view.Battle.Id, cancellationToken);
        lock (_lock)
            Present(view.Battle.Id).Show(view);
    }

    /// <summary>Results that were posted besides, with their channel.</summary>
    public ConcurrentQueue<(BattleView View, ChannelId Channel)> Results { get; } = new();

    public async Task PostResultAsync(BattleView view, ChannelId channel, CancellationToken cancellationToken)
    {
        await BeforeAsync("result", view.Battle.Id, cancellationToken);
        Results.Enqueue((view, channel));
    }

    public async Task OfferChoicesAsync(BattleView view, CancellationToken cancellationToken)
    {
        await BeforeAsync("offer", view.Battle.Id, cancellationToken);
        lock (_lock)
            Present(view.Battle.Id).Offers++;
    }

    public async Task<IReadOnlyDictionary<MemberId, IReadOnlySet<Choice>>> ReadChoicesAsync(
        ChannelId channel, MessageId message, CancellationToken cancellationToken)
    {
        ScreenMessage found;
        Dictionary<MemberId, IReadOnlySet<Choice>> read;
        lock (_lock)
        {
            var battle = _messages.Single(entry => entry.Value.Id == message).Key;
            found = Present(battle);
            read = found.Reactions.ToDictionary(entry => entry.Key, IReadOnlySet<Choice> (entry) => entry.Value.ToHashSet());
        }

        // The list is as old as its request: what happens now is not in it.
        await BeforeAsync("read", null, cancellationToken);
        return read;
    }

    /// <summary>A member reacts in the channel; whether the arena hears of it is another matter.</summary>
    public void React(BattleId battle, MemberId member, params Choice[] choices)
    {
        lock (_lock)
        {
            var reactions = _messages[battle].Reactions;
            if (!reactions.TryGetValue(member, out var standing))
                reactions.Add(member, standing = []);
            standing.UnionWith(choices);
        }
    }

    public void Unreact(BattleId battle, MemberId member, params Choice[] choices)
    {
        lock (_lock)
        {
            if (_messages[battle].Reactions.TryGetValue(member, out var standing))
                standing.ExceptWith(choices);
        }
    }

    public void Delete(BattleId battle)
    {
        lock (_lock)
            _messages[battle].IsGone = true;
    }

    private ScreenMessage Present(BattleId battle) =>
        _messages[battle] is { IsGone: false } message ? message : throw new BattleMessageGoneException("scripted: deleted");

    // Whatever it waits for, an arena that ends does not.
    private Task BeforeAsync(string what, BattleId? battle, CancellationToken cancellationToken) =>
        (Before?.Invoke(what, battle) ?? Task.CompletedTask).WaitAsync(cancellationToken);
}
