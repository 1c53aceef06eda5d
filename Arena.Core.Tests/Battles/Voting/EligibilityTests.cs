using Arena.Core.Battles.Voting;
using Arena.Core.Servers;

namespace Arena.Core.Tests.Battles.Voting;

public sealed class EligibilityTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    [Fact]
    public void An_id_tells_when_its_account_was_made()
    {
        // The example of Discord's own documentation.
        Assert.Equal(new DateTimeOffset(2016, 4, 30, 11, 18, 25, 796, TimeSpan.Zero), new MemberId(175928847299117063).CreatedAt);
        Assert.Equal(Now, new MemberId(Snowflake.First(Now)).CreatedAt);
    }

    [Fact]
    public void A_server_that_asks_for_nothing_counts_everybody()
    {
        Assert.Equal(Fitness.Fit, Judge(age: TimeSpan.Zero, joined: TimeSpan.Zero, new ServerSettings()));
        Assert.Equal(Fitness.Fit, Eligibility.Judge(new Voter(Account(TimeSpan.Zero), null), new ServerSettings(), Now));
    }

    [Fact]
    public void An_account_counts_from_the_very_moment_it_has_the_age()
    {
        var rules = new ServerSettings { AccountAge = Week };

        Assert.Equal(Fitness.AccountTooYoung, Judge(Week - Instant, Week, rules));
        Assert.Equal(Fitness.Fit, Judge(Week, TimeSpan.Zero, rules));
    }

    [Fact]
    public void A_membership_counts_from_the_very_moment_it_has_the_age()
    {
        var rules = new ServerSettings { MembershipAge = Week };

        Assert.Equal(Fitness.JoinedTooLately, Judge(Week * 9, Week - Instant, rules));
        Assert.Equal(Fitness.Fit, Judge(Week * 9, Week, rules));
        Assert.Equal(Fitness.HasLeft, Eligibility.Judge(new Voter(Account(Week), null), rules, Now));
    }

    [Fact]
    public void Of_two_reasons_the_account_is_told()
    {
        var rules = new ServerSettings { AccountAge = Week, MembershipAge = Week };

        Assert.Equal(Fitness.AccountTooYoung, Judge(TimeSpan.Zero, TimeSpan.Zero, rules));
    }

    [Theory]
    [InlineData(Fitness.Fit, true, UncountedReason.AccountTooYoung, null)]
    [InlineData(Fitness.AsBefore, true, UncountedReason.AccountTooYoung, UncountedReason.AccountTooYoung)]
    [InlineData(Fitness.AsBefore, true, UncountedReason.SeveralStanding, null)]
    [InlineData(Fitness.HasLeft, true, null, null)]
    [InlineData(Fitness.HasLeft, true, UncountedReason.JoinedTooLately, UncountedReason.JoinedTooLately)]
    [InlineData(Fitness.HasLeft, false, null, UncountedReason.JoinedTooLately)]
    public void A_ballot_that_stood_stays_as_it_was_judged(object fitness, bool hadBallot, UncountedReason? before, UncountedReason? reason) =>
        Assert.Equal(reason, ((Fitness)fitness).Reason(hadBallot, before));

    private static MemberId Account(TimeSpan age) => new(Snowflake.First(Now - age));

    private static Fitness Judge(TimeSpan age, TimeSpan joined, ServerSettings rules) =>
        Eligibility.Judge(new Voter(Account(age), Now - joined), rules, Now);
}
