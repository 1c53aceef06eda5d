using Arena.Core.Ratings;
using Arena.Core.Tests.Ratings;

namespace Arena.Core.Tests.Leaderboards;

/// <summary>Fills a database from a golden set: its battles on one server, with as many ballots as it says.</summary>
internal static class GoldenArena
{
    public static async Task FillAsync(BallotedArena arena, GoldenSet golden)
    {
        foreach (var tag in golden.Comparisons.SelectMany(battle => new[] { battle.ModelA, battle.ModelB }).Distinct())
            await arena.AddModelAsync(tag);
        await arena.WriteAsync("insert into servers (id, first_seen_at) values (1, 0)", new { });
        await arena.WriteAsync(
            """
            insert into battles (id, server_id, channel_id, starter_id, prompt, source, category, language, state, model_a, model_b,
                pair_probability, uniform_probability, created_at, quorum, minimum_ballots, settled_at, verdict)
            values (@Battle, 1, 1, 1, 'Why?', 'Typed', @Category, @Language, 'Settled', @ModelA, @ModelB, 1, 1, 0, 25, 1, @At, @Verdict)
            """,
            golden.Comparisons.Select(battle => new
            {
                battle.Battle, battle.ModelA, battle.ModelB,
                Category = golden.Categories[battle.Battle],
                Language = golden.Languages[battle.Battle] is "und" ? null : golden.Languages[battle.Battle],
                // Some settle in the same second; in the arena no two instants are the same.
                At = battle.SettledAt.ToUnixTimeMilliseconds() + battle.Battle,
                Verdict = battle.Tally.Verdict?.ToString(),
            }).ToList());
        await arena.WriteAsync(
            "insert into ballots values (@Battle, @Member, @Choice, 1, null, 0)",
            golden.Comparisons.SelectMany(battle => Choices(battle.Tally).Select((choice, member) => new { battle.Battle, Member = member, Choice = choice })).ToList());
    }

    private static IEnumerable<string> Choices(Tally tally) => Enumerable.Repeat("A", tally.A).Concat(Enumerable.Repeat("B", tally.B))
        .Concat(Enumerable.Repeat("Tie", tally.Tie)).Concat(Enumerable.Repeat("BothBad", tally.BothBad));
}
