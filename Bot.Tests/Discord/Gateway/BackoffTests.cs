using Bot.Discord;

namespace Bot.Tests.Discord.Gateway;

public sealed class BackoffTests
{
    [Fact]
    public void Delays_double_up_to_the_longest_and_are_scattered_over_the_upper_half()
    {
        static double[] Delays(double dice) =>
            [.. Backoff.Delays(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), new Chance(new FixedDice(dice))).Take(6).Select(delay => delay.TotalSeconds)];

        Assert.Equal([0.5, 1, 2, 4, 5, 5], Delays(0));
        Assert.Equal([0.75, 1.5, 3, 6, 7.5, 7.5], Delays(0.5));
    }
}
