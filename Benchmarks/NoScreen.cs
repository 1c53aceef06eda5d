using Arena.Core.Battles;
using Arena.Core.Battles.Showing;

namespace Benchmarks;

/// <summary>Shows nothing: what is measured ends at the database.</summary>
internal sealed class NoScreen : IBattleScreen
{
    public Task<MessageId> PostAsync(BattleView view, CancellationToken cancellationToken) =>
        Task.FromResult(new MessageId((ulong)view.Battle.Id.Value));

    public void Update(BattleView view)
    {
    }

    public Task ShowAsync(BattleView view, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task PostResultAsync(BattleView view, ChannelId channel, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task OfferChoicesAsync(BattleView view, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyDictionary<MemberId, IReadOnlySet<Choice>>> ReadChoicesAsync(
        ChannelId channel, MessageId message, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<MemberId, IReadOnlySet<Choice>>>(new Dictionary<MemberId, IReadOnlySet<Choice>>());
}
