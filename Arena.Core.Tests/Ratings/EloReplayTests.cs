using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

public sealed class EloReplayTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_replay_gives_the_numbers_of_the_live_game_whatever_order_the_rows_come_in()
    {
        var random = new Random(7);
        var battles = Battles(random, 400);
        var live = new Dictionary<string, double>();
        foreach (var b in battles)
        {
            if (b.Tally.Verdict is not { } verdict)
                continue;
            var before = (A: live.GetValueOrDefault(b.ModelA, Elo.Start(b.SizeA, new())), B: live.GetValueOrDefault(b.ModelB, Elo.Start(b.SizeB, new())));
            (live[b.ModelA], live[b.ModelB]) = Elo.Update(before.A, before.B, verdict, b.SizeA, b.SizeB, b.SizeMax, new());
        }

        var shuffled = battles.ToArray();
        random.Shuffle(shuffled);
        var replayed = EloReplay.Run(shuffled, new());

        Assert.Equal(live.OrderBy(r => r.Key), replayed.OrderBy(r => r.Key));
    }

    [Fact]
    public void Battles_that_settled_at_the_same_moment_go_by_their_ids()
    {
        var steps = new List<long>();
        EloReplay.Run([Battle(3, Noon), Battle(1, Noon), Battle(2, Noon.AddMinutes(-1))], new(), s => steps.Add(s.Comparison.Battle));
        Assert.Equal([2, 1, 3], steps);
    }

    [Fact]
    public void A_battle_without_a_counted_ballot_counts_nowhere()
    {
        var nothing = Battle(1, Noon) with { Tally = default };
        Assert.Empty(EloReplay.Run([nothing], new()));
        Assert.Empty(Records.Of([nothing]));
    }

    [Fact]
    public void Swapping_the_sides_of_every_battle_changes_nothing()
    {
        var battles = Battles(new Random(11), 300);
        var swapped = battles.Select(b => b with
        {
            ModelA = b.ModelB, ModelB = b.ModelA, SizeA = b.SizeB, SizeB = b.SizeA, Tally = b.Tally.Swapped,
        }).ToList();

        var ratings = EloReplay.Run(battles, new());
        var mirrored = EloReplay.Run(swapped, new());

        Assert.Equal(ratings.Count, mirrored.Count);
        foreach (var (tag, rating) in ratings)
            Assert.Equal(rating, mirrored[tag], 1e-9);
        Assert.Equal(Records.Of(battles).OrderBy(r => r.Key), Records.Of(swapped).OrderBy(r => r.Key));
    }

    [Fact]
    public void Every_battle_won_is_a_battle_lost_by_the_other()
    {
        var records = Records.Of(Battles(new Random(3), 300)).Values;
        Assert.Equal(records.Sum(r => r.Wins), records.Sum(r => r.Losses));
        Assert.Equal(0, records.Sum(r => r.Ties) % 2);
    }

    private static Comparison Battle(long id, DateTimeOffset at) =>
        new(id, at, "owl:7b", "fox:1b", new Tally(1, 0, 0, 0), 7, 1, 7);

    private static List<Comparison> Battles(Random random, int count)
    {
        (string Tag, double? Size)[] models = [("owl:7b", 7), ("fox:1b", 1.2), ("ant:0.5b", 0.5), ("yak", null), ("elk:70b", 70)];
        return [.. Enumerable.Range(1, count).Select(i =>
        {
            var a = random.Next(models.Length);
            var b = (a + random.Next(1, models.Length)) % models.Length;
            return new Comparison(
                i, Noon.AddSeconds(i / 2), models[a].Tag, models[b].Tag,
                new Tally(random.Next(4), random.Next(4), random.Next(2), random.Next(2)), models[a].Size, models[b].Size, 70);
        })];
    }
}
