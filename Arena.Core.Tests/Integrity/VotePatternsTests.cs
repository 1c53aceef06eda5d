using Arena.Core.Integrity;

namespace Arena.Core.Tests.Integrity;

/// <summary>The figures in docs/integrity.md, on made-up servers.</summary>
public sealed class VotePatternsTests
{
    private static readonly VotePatterns Patterns = new(VotePatternOptions.Default);

    [Theory]
    [InlineData(12, 0, 60, 4)]
    [InlineData(30, 8, 150, 6)]
    [InlineData(100, 0, 200, 10)]
    [InlineData(100, 30, 200, 10)]
    [InlineData(100, 70, 200, 10)]
    [InlineData(400, 120, 150, 40)]
    public void An_honest_crowd_is_left_alone_however_many_fans_it_has(int members, int fans, int battles, double voters)
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var crowd = new Crowd(seed, members, fans);
            crowd.Vote(battles, voters);

            Assert.Empty(Look(crowd));
        }
    }

    [Fact]
    public void Thirty_young_accounts_of_a_hundred_are_noticed_and_nobody_else()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var crowd = new Crowd(seed, members: 70, fans: 10);
            crowd.Vote(100, voters: 10);
            crowd.Attack(30, model: 1, attendance: 0.6, age: random => TimeSpan.FromDays(random.NextDouble() * 14));

            var group = Assert.Single(Look(crowd));

            Assert.Equal((Crowd.Tag(1), true), (group.Tag, group.Evidence.IsFor));
            Assert.InRange(group.Members.Count(crowd.Attackers.Contains) / (double)crowd.Attackers.Count, 0.9, 1);
            Assert.InRange(group.Members.Count(crowd.Attackers.Contains) / (double)group.Members.Count, 0.9, 1);
            Assert.Equal(group.Members.Count, group.Evidence.Accounts);
            Assert.True(group.Evidence.Share > 0.9 && group.Evidence.OthersShare < 0.8 && group.Evidence.Exponent > 5);
            Assert.InRange(group.Evidence.MedianAgeDays!.Value, 0, 44);
        }
    }

    [Fact]
    public void That_fans_were_forgotten_does_not_make_them_suspicious()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var crowd = new Crowd(seed, members: 100, fans: 30);
            crowd.Vote(200, voters: 10);
            var fans = crowd.FirstBallots.Keys.Take(30).Select((fan, i) => (fan, Number: MemberId.Forgotten(i + 1))).ToDictionary(pair => pair.fan, pair => pair.Number);

            Assert.Empty(Patterns.Find(
                [.. crowd.Ballots.Select(ballot => ballot with { Member = Now(ballot.Member) })],
                crowd.FirstBallots.ToDictionary(first => Now(first.Key), first => first.Value), Crowd.End));

            MemberId Now(MemberId member) => fans.GetValueOrDefault(member, member);
        }
    }

    private static IReadOnlyList<VoteGroup> Look(Crowd crowd) => Patterns.Find(crowd.Ballots, crowd.FirstBallots, Crowd.End);
}
