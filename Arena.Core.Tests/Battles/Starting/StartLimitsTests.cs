using Arena.Core.Battles.Starting;
using Arena.Core.Servers;

namespace Arena.Core.Tests.Battles.Starting;

public sealed class StartLimitsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly RoleId Patron = new(1);
    private static readonly RoleId Newcomer = new(2);

    [Fact]
    public void Who_has_no_role_with_limits_has_the_servers()
    {
        var settings = new ServerSettings
        {
            Cooldown = TimeSpan.FromMinutes(5), DailyBattles = 10, RoleLimits = [new RoleLimit(Patron, TimeSpan.Zero, null)],
        };

        Assert.Equal(new StartLimits(TimeSpan.FromMinutes(5), 10), StartLimits.Of(settings, [new RoleId(99)]));
        Assert.Equal(new StartLimits(TimeSpan.Zero, null), StartLimits.Of(settings, [Patron]));
    }

    [Fact]
    public void A_role_may_also_have_less_than_others()
    {
        var settings = new ServerSettings { DailyBattles = 10, RoleLimits = [new RoleLimit(Newcomer, TimeSpan.FromHours(1), 2)] };

        Assert.Equal(new StartLimits(TimeSpan.FromHours(1), 2), StartLimits.Of(settings, [Newcomer]));
    }

    [Fact]
    public void Of_several_roles_the_most_generous_holds_for_each_limit()
    {
        var settings = new ServerSettings
        {
            RoleLimits = [new RoleLimit(Patron, TimeSpan.FromMinutes(10), 50), new RoleLimit(Newcomer, TimeSpan.FromMinutes(1), 3)],
        };

        Assert.Equal(new StartLimits(TimeSpan.FromMinutes(1), 50), StartLimits.Of(settings, [Newcomer, Patron]));
        var unlimited = settings with { RoleLimits = [.. settings.RoleLimits, new RoleLimit(new RoleId(3), TimeSpan.FromHours(9), null)] };
        Assert.Equal(new StartLimits(TimeSpan.FromMinutes(1), null), StartLimits.Of(unlimited, [Newcomer, Patron, new RoleId(3)]));
    }

    [Fact]
    public void A_cooldown_ends_to_the_moment()
    {
        var limits = new StartLimits(TimeSpan.FromMinutes(10), null);

        Assert.Null(limits.Refuse([], Now));
        Assert.Equal(
            new StartResult.CoolingDown(TimeSpan.FromMinutes(10), Now + TimeSpan.FromMinutes(4)), limits.Refuse([Now - TimeSpan.FromMinutes(6)], Now));
        Assert.Null(limits.Refuse([Now - TimeSpan.FromMinutes(10)], Now));
    }

    [Fact]
    public void A_clock_that_was_ahead_for_a_while_keeps_nobody_out_for_as_long()
    {
        var limits = new StartLimits(TimeSpan.FromMinutes(10), 1);

        Assert.Null(limits.Refuse([Now + TimeSpan.FromDays(365)], Now));
        Assert.IsType<StartResult.CoolingDown>(new StartLimits(TimeSpan.FromMinutes(10), null).Refuse([Now + TimeSpan.FromSeconds(2)], Now));
    }

    [Fact]
    public void A_daily_limit_frees_a_place_when_the_oldest_that_fills_it_is_a_day_old()
    {
        var limits = new StartLimits(TimeSpan.Zero, 2);
        DateTimeOffset[] started = [Now - TimeSpan.FromHours(1), Now - TimeSpan.FromHours(5), Now - TimeSpan.FromHours(9)];

        Assert.Equal(new StartResult.DailyLimit(2, Now + TimeSpan.FromHours(19)), limits.Refuse(started, Now));
        Assert.Null(limits.Refuse([Now - TimeSpan.FromHours(1), Now - TimeSpan.FromHours(24)], Now));
    }

    [Fact]
    public void None_a_day_is_none_at_all() =>
        Assert.Equal(new StartResult.DailyLimit(0, null), new StartLimits(TimeSpan.Zero, 0).Refuse([], Now));

    [Fact]
    public void Where_both_stand_in_the_way_the_later_moment_is_told()
    {
        var started = new[] { Now - TimeSpan.FromMinutes(1), Now - TimeSpan.FromHours(23.9) };

        Assert.IsType<StartResult.CoolingDown>(new StartLimits(TimeSpan.FromHours(2), 2).Refuse(started, Now));
        Assert.IsType<StartResult.DailyLimit>(new StartLimits(TimeSpan.FromMinutes(2), 2).Refuse(started, Now));
        Assert.Equal(new StartResult.DailyLimit(0, null), new StartLimits(TimeSpan.FromHours(2), 0).Refuse(started, Now));
    }
}
