using Arena.Core.Battles;
using Arena.Core.Leaderboards;
using Arena.Core.Storage;

namespace Arena.Core.Tests.Leaderboards;

/// <summary>A real database in which a test says who voted for what.</summary>
internal sealed class BallotedArena : IAsyncDisposable
{
    private readonly RatedArena _arena;
    private int _battles;

    private BallotedArena(RatedArena arena) => _arena = arena;

    public Database Database => _arena.Database;

    public MemberReader Members => new(new MemberStore(Database));

    /// <summary>A reader of its own at each call: nothing is kept from one to the next.</summary>
    public ChartReader Charts => _arena.Charts;

    public static async Task<BallotedArena> OpenAsync(params string[] models) => new(await RatedArena.OpenAsync(null, null, models));

    public Task AddModelAsync(string tag, string? name = null, string status = "Active") => _arena.AddModelAsync(tag, name, status: status);

    /// <summary>A battle; settled unless told otherwise, a minute after the one before.</summary>
    /// <param name="ballots">By member; a choice after a minus sign is kept and not counted.</param>
    public async Task BattleAsync(
        string modelA, string modelB, (ulong Member, string Choice)[] ballots, ulong server = 1, string? category = null,
        ulong starter = 1, BattleState state = BattleState.Settled)
    {
        var id = ++_battles;
        long? settled = state == BattleState.Settled ? Boards.Noon.AddMinutes(id).ToUnixTimeMilliseconds() : null;
        await WriteAsync("insert into servers (id, first_seen_at) values (@server, 0) on conflict do nothing", new { server = (long)server });
        await WriteAsync(
            """
            insert into battles (id, server_id, channel_id, starter_id, prompt, source, category, state, model_a, model_b, pair_probability,
                uniform_probability, created_at, quorum, minimum_ballots, settled_at, void_reason)
            values (@id, @server, 1, @starter, 'Why?', 'Typed', @category, @state, @modelA, @modelB, 1, 1, 0, 25, 1, @settled, @reason)
            """,
            new
            {
                id, server = (long)server, starter = (long)starter, category, modelA, modelB, settled,
                state = state.ToString(), reason = state == BattleState.Void ? "Cancelled" : null,
            });
        foreach (var (member, choice) in ballots)
        {
            var counted = !choice.StartsWith('-');
            await WriteAsync(
                "insert into ballots (battle_id, member_id, choice, counted, reason, cast_at) values (@id, @member, @choice, @counted, @why, 0)",
                new { id, member = (long)member, choice = choice.TrimStart('-'), counted, why = counted ? null : "YoungAccount" });
        }
    }

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    public Task WriteAsync(string sql, object parameters) => _arena.WriteAsync(sql, parameters);
}
