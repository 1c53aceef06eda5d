using System.Globalization;
using System.Text.RegularExpressions;
using Arena.Core.Battles;
using Arena.Core.Battles.Settling;
using Arena.Core.Ratings;
using Bot.Presentation;
using Bot.Presentation.Battles;

namespace Bot.Tests.Presentation.Leaderboards;

/// <summary>What a battle's message says of the two Elos: whatever the fractions, it never contradicts itself.</summary>
public sealed partial class EloMoveTests
{
    [Fact]
    public void What_one_model_wins_the_other_loses_and_each_line_adds_up()
    {
        var dice = new Random(20261122);
        for (var round = 0; round < 20_000; round++)
        {
            var (a, b) = (Place(dice), Place(dice));
            var change = dice.Next(4) switch
            {
                0 => dice.Next(-64, 65) / 2.0,                               // halves, where rounding turns
                1 => dice.NextDouble() - 0.5,                                // less than a point
                _ => (dice.NextDouble() - 0.5) * 128,
            };
            var settlement = new Settlement(
                new Tally(1, 2, 0, 0), Verdict.B, new EloMove(a, a + change), new EloMove(b, b - change), SampleBattles.Start, SettleCause.ClosingTime);

            var sentence = BattleSentences.Result(settlement);

            var told = Moves().Matches(sentence);
            Assert.Equal(2, told.Count);
            AssertAddsUp(told[0], a, a + change, sentence);
            AssertAddsUp(told[1], b, b - change, sentence);
            Assert.Equal(Opposite(told[0].Groups[3].Value), told[1].Groups[3].Value);
            Assert.Equal($"{told[0].Groups[2].Value} ({told[0].Groups[3].Value})", Numbers.Reached(a, a + change));
        }
    }

    [Theory]
    [InlineData(1000.4, 1046.6, "1001 → 1047 (+46)")]
    [InlineData(1315.5, 1320.2, "1315 → 1320 (+5)")]
    [InlineData(1760.49, 1755.79, "1761 → 1756 (−5)")]
    public void A_beginning_may_be_told_a_point_beside_its_rounding(double before, double after, string expected) =>
        Assert.Equal(expected, Numbers.Move(before, after));

    private static void AssertAddsUp(Match told, double before, double after, string sentence)
    {
        var (from, to, change) = (Number(told.Groups[1].Value), Number(told.Groups[2].Value), Number(told.Groups[3].Value));
        Assert.Equal(Math.Round(after, MidpointRounding.AwayFromZero), to);
        Assert.True(Math.Abs(from - before) <= 1.000001, sentence);
        Assert.True(Math.Abs(change - (after - before)) <= 0.500001, sentence);
        Assert.True(Math.Abs(change) < 1 ? from == to : from + change == to, sentence);
    }

    private static double Place(Random dice) => dice.Next(3) == 0 ? dice.Next(-2000, 4800) / 2.0 : -300 + dice.NextDouble() * 2700;

    private static double Number(string text) => text == "±0" ? 0 : double.Parse(text.Replace('−', '-'), CultureInfo.InvariantCulture);

    private static string Opposite(string change) => change[0] switch { '+' => "−" + change[1..], '−' => "+" + change[1..], _ => change };

    [GeneratedRegex(@"(−?\d+) → (−?\d+) \(([^)]+)\)")]
    private static partial Regex Moves();
}
