using Arena.Core.Battles;
using Arena.Core.Battles.Generating;

namespace Arena.Core.Tests.Battles.Generating;

public sealed class QueueOrderTests
{
    [Fact]
    public void Who_came_first_is_first() => Assert.Equal("1 2 3", Order("1:s:ada", "2:s:bea", "3:s:cal"));

    [Fact]
    public void Everyones_first_comes_before_anyones_second() =>
        Assert.Equal("1 3 2 4", Order("1:s:ada", "2:s:ada", "3:s:bea", "4:s:ada"));

    [Fact]
    public void A_busy_server_does_not_keep_a_quiet_one_waiting() =>
        Assert.Equal("1 4 2 3", Order("1:s:ada", "2:s:bea", "3:s:cal", "4:t:dan"));

    [Fact]
    public void A_member_in_two_servers_waits_in_each_of_them() =>
        Assert.Equal("1 3 2", Order("1:s:ada", "2:s:bea", "3:t:ada"));

    [Fact]
    public void Every_wait_ends_however_many_come_later()
    {
        var waiting = new List<Waiting> { Of("1:s:ada"), Of("2:s:ada"), Of("3:s:ada") };
        var next = 4;
        for (var served = 0; served < 100; served++)
        {
            waiting.Add(Of($"{next}:s:m{next}"));
            waiting.Add(Of($"{next + 1}:t{next}:m{next}"));
            next += 2;
            waiting.Remove(QueueOrder.Of(waiting)[0]);
        }

        Assert.DoesNotContain(waiting, one => one.Battle.Id.Value <= 3);
    }

    private static string Order(params string[] waiting) =>
        string.Join(' ', QueueOrder.Of(waiting.Reverse().Select(Of)).Select(one => one.Battle.Id));

    private static Waiting Of(string text)
    {
        var parts = text.Split(':');
        return new Waiting(
            new Battle
            {
                Id = new BattleId(long.Parse(parts[0])), Server = new ServerId((ulong)parts[1].GetHashCode()), Channel = default,
                Starter = new MemberId((ulong)parts[2].GetHashCode()), Prompt = "?", Source = PromptSource.Typed,
                State = BattleState.Queued, ModelA = "a", ModelB = "b", PairProbability = 1, UniformProbability = 1,
                CreatedAt = default, Quorum = 1, MinimumBallots = 1,
            },
            default);
    }
}
