using Arena.Core.Roster;

namespace Arena.Core.Tests.Testing;

/// <summary>A channel that outlives the arena and remembers how pulls were shown in it.</summary>
internal sealed class RecordingPullScreen : IPullScreen
{
    private readonly Lock _lock = new();
    private readonly Dictionary<MessageId, List<PullView>> _messages = [];
    private ulong _next = 70_000;

    /// <summary>Set: the channel is gone.</summary>
    public bool IsGone { get; set; }

    /// <summary>So many calls fail before one gets through.</summary>
    public int Failures { get; set; }

    public int Messages
    {
        get
        {
            lock (_lock)
                return _messages.Count;
        }
    }

    public async Task<MessageId> ShowAsync(PullView view, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (IsGone)
                throw new PullChannelGoneException("scripted: the channel is gone");
            if (Failures > 0)
            {
                Failures--;
                throw new InvalidOperationException("scripted: Discord does not answer");
            }

            var id = view.Pull.Message is { } message && _messages.ContainsKey(message) ? message : new MessageId(++_next);
            if (!_messages.TryGetValue(id, out var shown))
                _messages.Add(id, shown = []);
            shown.Add(view);
            return id;
        }
    }

    /// <summary>All that the newest message of a pull has shown, in order.</summary>
    public IReadOnlyList<PullView> Of(PullId pull)
    {
        lock (_lock)
            return [.. _messages.Values.LastOrDefault(shown => shown[0].Pull.Id == pull) ?? []];
    }

    public PullView? Latest(PullId pull) => Of(pull).LastOrDefault();

    /// <summary>A moderator deletes all messages.</summary>
    public void Delete()
    {
        lock (_lock)
            _messages.Clear();
    }
}
