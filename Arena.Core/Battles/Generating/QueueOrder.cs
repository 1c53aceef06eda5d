namespace Arena.Core.Battles.Generating;

/// <summary>
/// Who is next. Everyone's first battle comes before anyone's second, within a server by member and between servers by
/// server; among equals the oldest. What comes later can overtake a battle only while its own member or server has others
/// before it, so every wait ends.
/// </summary>
internal static class QueueOrder
{
    public static IReadOnlyList<Waiting> Of(IEnumerable<Waiting> waiting)
    {
        var oldestFirst = waiting.OrderBy(one => one.Battle.Id.Value);
        var ofServers = new Dictionary<ServerId, int>();
        return
        [
            .. Ranked(oldestFirst, one => (one.Battle.Server, one.Battle.Starter))
                .OrderBy(one => one.Rank).ThenBy(one => one.Waiting.Battle.Id.Value)
                .Select(one => (one.Waiting, Rank: Next(ofServers, one.Waiting.Battle.Server)))
                .ToList()
                .OrderBy(one => one.Rank).ThenBy(one => one.Waiting.Battle.Id.Value)
                .Select(one => one.Waiting),
        ];
    }

    private static IEnumerable<(Waiting Waiting, int Rank)> Ranked<TKey>(IEnumerable<Waiting> waiting, Func<Waiting, TKey> key)
        where TKey : notnull
    {
        var ranks = new Dictionary<TKey, int>();
        foreach (var one in waiting)
            yield return (one, Next(ranks, key(one)));
    }

    private static int Next<TKey>(Dictionary<TKey, int> ranks, TKey key) where TKey : notnull =>
        ranks[key] = ranks.GetValueOrDefault(key) + 1;
}
