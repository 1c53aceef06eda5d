using Arena.Core.Battles.Showing;
using Arena.Core.Inference;
using Arena.Core.Roster;

namespace Arena.Core.Battles.Generating;

/// <summary>Looks after those who wait: tells them their place, and drops them when the models stay away too long.</summary>
internal sealed class WaitingRoom(
    BattleQueue queue, BattleViews views, IBattleScreen screen, Fleet fleet, FleetHealth health, RosterService roster, WaitEnder ender,
    BattleOptions options, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Dictionary<BattleId, (int Place, DateTimeOffset? DroppedAt)> _told = [];

    /// <summary>Shows everyone their place, where it changed. Called by one loop only.</summary>
    public void ShowPlaces()
    {
        var order = queue.InOrder;
        for (var i = 0; i < order.Count; i++)
        {
            var view = views.Queued(order[i], i + 1);
            var news = (i + 1, view.DroppedAt);
            if (!order[i].IsPosted || (_told.TryGetValue(order[i].Battle.Id, out var told) && told == news))
                continue;
            _told[order[i].Battle.Id] = news;
            screen.Update(view);
        }

        foreach (var gone in _told.Keys.Except(order.Select(waiting => waiting.Battle.Id)).ToList())
            _told.Remove(gone);
    }

    /// <summary>Returns once a node answers. Whoever has waited too long by then is void.</summary>
    public async Task FleetReachableAsync(CancellationToken cancellationToken)
    {
        while (!await IsReachableAsync(cancellationToken))
        {
            health.IsReachable = false;
            await DropOverdueAsync(cancellationToken);
            queue.Signal();
            await Task.Delay(Pause, time, cancellationToken);
        }

        if (!health.IsReachable)
        {
            // It answered, and yet refused a battle a moment ago: busy, or its model host is only just starting.
            await DropOverdueAsync(cancellationToken);
            await Task.Delay(Pause, time, cancellationToken);
            health.IsReachable = true;
            queue.Signal();
        }

        await roster.DescribeAsync(cancellationToken);
    }

    private async Task<bool> IsReachableAsync(CancellationToken cancellationToken) =>
        (await fleet.StatusAsync(cancellationToken)).IsReachable;

    private async Task DropOverdueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var waiting in queue.InOrder.Where(waiting => waiting.Since + options.WaitBound <= now))
        {
            await ender.EndAsync(waiting.Battle.Id, VoidReason.ModelsUnreachable, "the bound of the wait was reached", cancellationToken);
        }
    }
}
