using System.Collections.Concurrent;
using Arena.Core.Battles;
using Arena.Core.Battles.Showing;

namespace Arena.Core.Tests.Testing;

/// <summary>A battle's message and all that it has shown.</summary>
internal sealed class ScreenMessage(MessageId id)
{
    private readonly ConcurrentQueue<BattleView> _views = new();

    public MessageId Id { get; } = id;

    public IReadOnlyCollection<BattleView> Views => _views;

    public BattleView Latest => _views.Last();

    public int Offers { get; set; }

    public bool IsGone { get; set; }

    public Dictionary<MemberId, HashSet<Choice>> Reactions { get; } = [];

    public void Show(BattleView view) => _views.Enqueue(view);
}
