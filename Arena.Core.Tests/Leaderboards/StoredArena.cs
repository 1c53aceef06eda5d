using Arena.Core.Battles;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Storage;

namespace Arena.Core.Tests.Leaderboards;

/// <summary>Three models of several sizes, whose battles settle a minute apart.</summary>
internal sealed class StoredArena : IAsyncDisposable
{
    private readonly Dictionary<string, double?> _sizes = [];
    private readonly RatedArena _arena;
    private int _battles;

    private StoredArena(RatedArena arena) => (_arena, Reader) = (arena, arena.Reader(arena.NewBoards()));

    public Database Database => _arena.Database;

    public LeaderboardReader Reader { get; }

    public static async Task<StoredArena> OpenAsync()
    {
        var arena = new StoredArena(await RatedArena.OpenAsync(null, new BradleyTerryOptions { ProvisionalBattles = 2 }));
        foreach (var (tag, size) in new (string, double?)[] { ("owl:7b", 7), ("fox:1b", 1), ("yak", null) })
            await arena.AddModelAsync(tag, size);
        return arena;
    }

    public Task AddModelAsync(string tag, double? size, string status = "Active")
    {
        _sizes.Add(tag, size);
        return _arena.AddModelAsync(tag, size: size, status: status);
    }

    /// <summary>A battle that settled, a minute after the one before.</summary>
    public async Task<BattleId> SettleAsync(ulong server, string? category, string modelA, string modelB, Tally tally)
    {
        var id = ++_battles;
        await _arena.SettleAsync(
            [new Comparison(id, Boards.Noon.AddMinutes(id), modelA, modelB, tally, _sizes[modelA], _sizes[modelB], 7)], server, _ => category);
        return new BattleId(id);
    }

    public ValueTask DisposeAsync() => _arena.DisposeAsync();
}
