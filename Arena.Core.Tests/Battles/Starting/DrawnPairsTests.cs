using Arena.Core.Battles;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;

namespace Arena.Core.Tests.Battles.Starting;

/// <summary>The draw from end to end: what a battle stores is what the rule says of the battles before it.</summary>
public sealed class DrawnPairsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_battle_stores_the_probability_of_the_rule_and_that_of_a_uniform_draw()
    {
        await using var arena = await StartAsync(PairDrawing.Informative);
        await SettleAsync(arena, 6);
        var fit = (await arena.Get<LiveBoards>().CurrentAsync(Scope.Everywhere, Token)).Fit;
        Assert.Equal(6, fit.Battles);
        var models = (await arena.Roster.ActiveAsync(Token)).Select(model => model.Tag).ToList();
        var rule = DrawRule.Probabilities(models, fit);
        Assert.True(rule.Max(pair => pair.Probability) > 1.2 * rule.Min(pair => pair.Probability));

        var pairs = new HashSet<PairProbability>();
        for (var i = 0; i < 12; i++)
        {
            var battle = await arena.StartBattleAsync(arena.Request(starter: ArenaDriver.Member(i)));
            var (a, b) = (models.IndexOf(battle.ModelA), models.IndexOf(battle.ModelB));
            var expected = rule.Single(pair => (pair.First, pair.Second) == (Math.Min(a, b), Math.Max(a, b)));
            Assert.Equal(expected.Probability, await arena.QueryAsync<double>($"select pair_probability from battles where id = {battle.Id}"));
            Assert.Equal(1 / 6.0, await arena.QueryAsync<double>($"select uniform_probability from battles where id = {battle.Id}"));
            pairs.Add(expected);
        }

        Assert.True(pairs.Count > 2, $"Twelve battles drew {pairs.Count} pairs.");
    }

    [Fact]
    public async Task Before_anything_is_known_every_pair_is_alike()
    {
        await using var arena = await StartAsync(PairDrawing.Informative);
        var battle = await arena.StartBattleAsync();
        Assert.Equal(1 / 6.0, battle.PairProbability, 1e-15);
        Assert.Equal(1 / 6.0, battle.UniformProbability, 1e-15);
    }

    [Fact]
    public async Task With_uniform_drawing_every_pair_stays_alike_whatever_is_known()
    {
        await using var arena = await StartAsync(PairDrawing.Uniform);
        await SettleAsync(arena, 6);
        await arena.Get<LiveBoards>().CurrentAsync(Scope.Everywhere, Token);
        var battle = await arena.StartBattleAsync();
        Assert.Equal(1 / 6.0, battle.PairProbability, 1e-15);
        Assert.Equal(1 / 6.0, battle.UniformProbability, 1e-15);
    }

    private static Task<ArenaDriver> StartAsync(PairDrawing rule) => ArenaDriver.StartAsync(
        new BattleOptions { Streaming = RevealOfText.Complete, Seed = 1, Draw = rule },
        arena => arena.Host.With("ant:2b", 2).With("elk:8b", 8));

    private static async Task SettleAsync(ArenaDriver arena, int battles)
    {
        for (var i = 0; i < battles; i++)
            await arena.RevealWithOneBallotAsync(await arena.OpenVoteAsync());
    }
}
