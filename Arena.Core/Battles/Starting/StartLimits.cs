using Arena.Core.Servers;

namespace Arena.Core.Battles.Starting;

/// <summary>How often one member may start a battle in a server.</summary>
/// <param name="Cooldown">Between two of them.</param>
/// <param name="DailyBattles">Within 24 hours; null for any number.</param>
internal sealed record StartLimits(TimeSpan Cooldown, int? DailyBattles)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>How far back starts matter.</summary>
    public TimeSpan Memory => Cooldown > Day ? Cooldown : Day;

    /// <summary>
    /// Of the roles that have limits, for each of the two the most generous holds; who has none of them, moderators included, has the server's.
    /// </summary>
    public static StartLimits Of(ServerSettings settings, IReadOnlyList<RoleId> roles)
    {
        var own = settings.RoleLimits.Where(limit => roles.Contains(limit.Role)).ToList();
        return own.Count == 0
            ? new StartLimits(settings.Cooldown, settings.DailyBattles)
            : new StartLimits(own.Min(limit => limit.Cooldown), own.Any(limit => limit.DailyBattles is null) ? null : own.Max(limit => limit.DailyBattles));
    }

    /// <summary>What stands in the way of one more; the later of two moments where both do.</summary>
    /// <param name="started">When the member started others, the newest first.</param>
    public StartResult? Refuse(IReadOnlyList<DateTimeOffset> started, DateTimeOffset now)
    {
        // What lies further ahead than limits reach was stored by a clock that was wrong, and would hold for as long as it was.
        started = [.. started.SkipWhile(at => at > now + Memory)];
        var free = started.Count > 0 ? started[0] + Cooldown : now;
        var cooling = free > now ? new StartResult.CoolingDown(Cooldown, free) : null;
        var daily = Daily(started, now);
        return daily is null || cooling?.Until > daily.Until ? cooling : daily;
    }

    private StartResult.DailyLimit? Daily(IReadOnlyList<DateTimeOffset> started, DateTimeOffset now)
    {
        if (DailyBattles is not { } limit || started.TakeWhile(at => at + Day > now).Count() < limit)
            return null;
        return new StartResult.DailyLimit(limit, limit == 0 ? null : started[limit - 1] + Day);
    }
}
